import { describe, expect, test } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { checked } from '../problem/checked.js';
import { Problem, type Finding } from '../problem/problem.js';
import { noticeSchema } from '../notices/notice.schema.js';
import { contentOf } from '../notices/opening.fields.js';
import { sheetOf } from './batch.examples.js';
import { readFile, type SentFile } from './batch.reader.js';
import { totalsProblem } from './control.totals.js';
import { findingsByLine, namesOf, type Letter } from './letter.js';

const HEADER = '签发机构,通知编号,通知日期,生效时间,机构号,商户号,终端号,原因,原因说明,参考号,交易时间,交易金额';
const ROW = '银联,UPR-1,2026-11-23,2026-11-23 09:00,48222900,822290073920001,47781282,频繁大额交易,夜间整数,,,';
/** The notice of {@link ROW} as `POST /notices` takes it. */
const NOTICE = {
  issuer: 'UNIONPAY',
  noticeNo: 'UPR-1',
  noticeDate: '2026-11-23',
  effectiveAt: '2026-11-23T09:00:00+08:00',
  institutionCode: '48222900',
  merchantNo: '822290073920001',
  reasonCodes: ['TRADING_VIOLATION'],
  reasonText: '夜间整数',
  restrictions: [
    { capability: 'ACCEPT_CARD', level: 'TERMINAL', terminalNo: '47781282' },
    { capability: 'ACCEPT_QR', level: 'TERMINAL', terminalNo: '47781282' },
  ],
};
const PAN = '6228480402564890018';

const read = (text: string, more: Partial<SentFile> = {}) =>
  readFile({ bytes: Buffer.from(text), format: 'CSV', defaults: {}, ...more });
const lettersOf = async (...rows: readonly string[]) => (await read([HEADER, ...rows].join('\n'))).letters;

/** What is said of each line of a letter the schema, or somebody before it, refuses. */
function refusalsOf(letter: Letter): ReadonlyMap<number, readonly Finding[]> {
  try {
    if (letter.problem) throw letter.problem;
    checked(noticeSchema, letter.notice);
  } catch (error) {
    if (error instanceof Problem) return findingsByLine(letter, error.extensions['errors'] as readonly Finding[]);
    throw error;
  }
  throw new Error('nobody refuses it');
}

describe('a row of a table', () => {
  test('is the notice that POST /notices takes, to the last member', async () => {
    const [letter] = await lettersOf(ROW);
    expect(letter?.notice).toEqual(NOTICE);
    expect(() => checked(noticeSchema, letter?.notice)).not.toThrow();
  });

  test.each([
    ['2026/11/23 9:00'],
    ['2026.11.23 09:00:00'],
    ['2026年11月23日9时00分'],
    ['20261123090000'],
    ['2026-11-23T01:00:00Z'],
  ])('may write an instant as %s', async (written) => {
    const [letter] = await lettersOf(ROW.replace('2026-11-23 09:00', written));
    const hash = (notice: unknown): string => contentOf(checked(noticeSchema, notice)).hash;
    expect(hash(letter?.notice)).toBe(hash(NOTICE));
  });

  test.each([
    ['49800.5', 4_980_050],
    ['"49,800.50"', 4_980_050],
    ['¥49800', 4_980_000],
    ['49800.505', '49800.505'],
    ['-1', '-1'],
  ])('with an amount of %s yuan says %s', async (written, amountFen) => {
    const row = ROW.replace(',,,', `,112309481203,2026-11-22 14:03:11,${written}`);
    const [letter] = await lettersOf(row);
    expect(Reflect.get(Object(letter?.notice), 'transactions')).toEqual([
      { rrn: '112309481203', at: '2026-11-22T14:03:11+08:00', amountFen },
    ]);
  });

  test('may name several terminals and reasons in a cell', async () => {
    const [letter] = await lettersOf(
      ROW.replace('47781282', 'D9296400、A0073841').replace('频繁大额交易', '套现;资质问题'),
    );
    expect(letter?.notice).toMatchObject({
      reasonCodes: ['ILLEGAL_OPERATION', 'QUALIFICATION_EXPIRED'],
      restrictions: { length: 4 },
    });
  });

  test('that is wrong is told where, by column', async () => {
    const [letter] = await lettersOf(
      ROW.replace('频繁大额交易', '不知道').replace('2026-11-23 09:00', '昨天').replace('48222900', ''),
    );
    expect(refusalsOf(letter!).get(2)).toEqual([
      expect.objectContaining({ pointer: '/effectiveAt', column: '生效时间' }),
      expect.objectContaining({
        pointer: '/institutionCode',
        column: '机构号',
        message: expect.stringContaining('missing'),
      }),
      expect.objectContaining({ pointer: '/reasonCodes/0', column: '原因' }),
    ]);
  });

  test('may not name a kind of merchant its sender does not serve, as a list of our own may', async () => {
    const [header, row] = ['通知编号,商户号,商户性质,原因', 'UMS-1,898290073920001,小微,违反交易规定'];
    const [letter] = (await read(`${header}\n${row}`, { sender: 'ums' })).letters;
    expect(refusalsOf(letter!).get(2)).toMatchObject([
      { pointer: '/merchant/kind', message: expect.stringContaining('ums does not serve'), column: '商户性质' },
    ]);
    const [ours] = (await read(`${header}\n${row}`, { sender: 'plain' })).letters;
    expect(ours?.problem).toBeUndefined();
    const line = JSON.stringify({ ...NOTICE, merchant: { kind: 'MICRO_PERSON' } });
    const [object] = (await read(line, { format: 'NDJSON', sender: 'ums' })).letters;
    expect(object?.problem?.code).toBe('request.invalid');
  });
});

describe('rows of one issuer, number and merchant', () => {
  test('are one notice with a restriction for each terminal; a row that says nothing new is told so', async () => {
    const [letter, ...others] = await lettersOf(ROW, ROW.replace('47781282', 'D9296400'), ROW);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ lines: [2, 3, 4], doubled: new Set([4]), notice: { restrictions: { length: 4 } } });
  });

  test('that contradict each other are refused together, and the one that differs is named', async () => {
    const [letter] = await lettersOf(ROW, ROW.replace('夜间整数', '另有说法'));
    expect(refusalsOf(letter!)).toEqual(
      new Map([
        [2, [{ pointer: '', message: 'line 3 of the same notice is refused' }]],
        [3, [{ pointer: '/reasonText', message: 'differs from line 2 of the same notice', column: '原因说明' }]],
      ]),
    );
  });

  test('of another merchant are another notice', async () => {
    expect(await lettersOf(ROW, ROW.replace('920001', '920002'))).toHaveLength(2);
  });
});

describe('the columns', () => {
  test('are found below a title, in any order and in English too', async () => {
    const { letters, sender } = await read(
      '停用商户清单\n\nmerchant_no,Notice No.,issuer\n822290073920001,UPR-1,UNIONPAY\n',
    );
    expect(sender).toBe('plain');
    expect(letters[0]).toMatchObject({ lines: [4], notice: { issuer: 'UNIONPAY', noticeNo: 'UPR-1' } });
  });

  test.each([
    ['unionpay', 'noticeNo,merId,termId,riskTypes', 'UPR-1,822290073920001,47781282,R01', 'UNIONPAY'],
    ['lakala', '通知编号,拉卡拉商户号,拉卡拉终端号,原因', 'LKL-1,822290073920001,47781282,违反交易规定', 'LAKALA'],
    ['ums', '通知编号,银商商户号,银商终端号,原因', 'UMS-1,898290073920001,47781282,违反交易规定', 'UMS'],
    ['allinpay', '通知编号,通联商户号,通联终端号,原因', 'ALL-1,821290073920001,47781282,违反交易规定', 'ALLINPAY'],
    ['shengpay', '通知编号,盛付通商户号,盛付通终端号,原因', 'SFT-1,820290073920001,47781282,违反交易规定', 'SHENGPAY'],
  ])('of %s are known by its header, and its issuer goes without saying', async (sender, header, row, issuer) => {
    const file = await read(`${header}\n${row}\n`);
    expect(file.sender).toBe(sender);
    expect(file.letters[0]?.notice).toMatchObject({ issuer, reasonCodes: ['TRADING_VIOLATION'] });
  });

  test('may be asked for by their sender', async () => {
    const { letters } = await read('通知编号,商户号\nSFT-1,820290073920001\n', { sender: 'shengpay' });
    expect(letters[0]?.notice).toMatchObject({ issuer: 'SHENGPAY' });
  });

  test.each([
    ['there is no header', '1,2\n3,4\n', /通知编号/],
    ['two say the same', '通知编号,商户号,商户编号\n1,2,3\n', /商户号 and 商户编号/],
    ['there is nothing below them', '通知编号,商户号\n', /no rows/],
    ['the file is empty', '', /通知编号/],
  ])('are missed when %s', async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'request.invalid', message });
  });
});

describe('control totals', () => {
  const PAID = ROW.replace(',,,', ',112309481203,2026-11-22 14:03:11,100.01');
  const problemOf = async (text: string, more?: Partial<SentFile>) => {
    const { declared, counted } = await read(text, more);
    return totalsProblem([declared], counted);
  };

  test('of a closing row are what the list holds, row by row', async () => {
    expect(await problemOf(`${HEADER}\n${PAID}\n${PAID}\n合计,2,200.02\n`)).toBeUndefined();
  });

  test.each([
    ['lines are missing', '合计,3,200.02', 'lines: said 3, counted 2'],
    ['the sum is another', 'T,2,200.03', 'amountFen: said 20003, counted 20002'],
    ['they cannot be read', 'T,two', 'lines: said -1, counted 2'],
  ])('are not when %s', async (_, closing, words) => {
    expect(await problemOf(`${HEADER}\n${PAID}\n${PAID}\n${closing}\n`)).toMatchObject({
      code: 'guard.control-total',
      detail: expect.stringContaining(words),
    });
  });

  test('may close a file of JSON objects', async () => {
    const line = JSON.stringify({ ...NOTICE, transactions: [{ amountFen: 9_007_199_254_740_991 }] });
    const closed = (lines: number) => `${line}\n${line}\n{"controlTotals":{"lines":${lines}}}`;
    expect(await problemOf(closed(2), { format: 'NDJSON' })).toBeUndefined();
    expect(await problemOf(closed(1), { format: 'NDJSON' })).toMatchObject({
      extensions: { counted: { lines: 2, amountFen: '18014398509481982' } },
    });
  });
});

describe('card data', () => {
  test.each([
    ['in a column', ROW.replace('夜间整数', `卡号 ${PAN}`), '原因说明'],
    ['in a column nobody knows', `${ROW},${PAN}`, '备注'],
  ])('%s refuses the line and hides every digit of it in the copy that is kept', async (_, row, column) => {
    const { letters, copy } = await read(`${HEADER},备注\n${row}\n${ROW.replace('920001', '920002')}\n`);
    expect(letters[0]?.problem).toMatchObject({ code: 'guard.card-data' });
    expect(refusalsOf(letters[0]!).get(2)).toEqual([expect.objectContaining({ column })]);
    expect(namesOf(letters[0]!)).toEqual({ noticeNo: null, merchantNo: null });
    expect(letters[1]?.problem).toBeUndefined();
    const kept = Buffer.from(copy.bytes!).toString();
    expect(copy.kept).toBe('MASKED');
    expect(kept.split('\n')).toEqual([`${HEADER},备注`, row.replace(/\d/g, '*'), ROW.replace('920001', '920002'), '']);
  });

  test('in JSON refuses its line, whether it can be read or not', async () => {
    const { letters, copy } = await read(
      `${JSON.stringify({ ...NOTICE, reasonText: PAN })}\n{"${PAN}\n${JSON.stringify({ cvn2: '123' })}\n${JSON.stringify(NOTICE)}`,
      { format: 'NDJSON' },
    );
    expect(letters.map(({ problem }) => problem?.code)).toEqual([
      ...Array<string>(3).fill('guard.card-data'),
      undefined,
    ]);
    const [whole, broken, secret, clean] = Buffer.from(copy.bytes!).toString().split('\n');
    expect([whole, broken, secret].join('')).not.toMatch(/\d/);
    expect(clean).toBe(JSON.stringify(NOTICE));
  });

  test('above the header or in the closing row is hidden too', async () => {
    const { copy } = await read(`${PAN}\n${HEADER}\n${ROW}\nT,1,${PAN}\n`);
    expect(Buffer.from(copy.bytes!).toString()).not.toContain(PAN.slice(6, -4));
  });

  test('in a workbook leaves nothing of it kept; a settlement account is no card data', async () => {
    const header = ['通知编号', '商户号', '结算账号', '原因说明'];
    const row = (account: string, words: string) => ['UPR-1', '822290073920001', account, words];
    const book = (account: string, words: string) => writeXlsx({ sheets: [sheetOf([header, row(account, words)])] });
    const copyOf = async (bytes: Uint8Array) => (await readFile({ bytes, format: 'XLSX', defaults: {} })).copy;
    expect(await copyOf(await book('', PAN))).toMatchObject({ kept: 'WITHHELD', bytes: undefined });
    const clean = await book(PAN, '无');
    expect(await copyOf(clean)).toMatchObject({ kept: 'AS_SENT', bytes: clean });
  });
});
