import { describe, expect, test } from '@jest/globals';
import { isProblem } from './signal.schema.js';
import { BRANCH_LIST, cellsOf, readPickup, type PickupFormat } from './unionpay.pickup.js';

const AT = '2026-11-23T02:00:00.000Z';
const UTF8: PickupFormat = { ...BRANCH_LIST, charset: 'utf-8' };
const HEADER = 'noticeNo|noticeDate|acqInsCode|merId|termIds|riskTypes|riskDesc|dispositions';
const LINE = 'UPR-1|20261123|48222900|822290073920001|47781282|R01|频繁大额交易|D01';
const list = (...lines: string[]) => Buffer.from([HEADER, ...lines].join('\r\n'), 'utf8');

describe('a branch’s list', () => {
  test('gives a notice for each of its lines', () => {
    const { lines, problems } = readPickup(list(LINE, LINE.replace('UPR-1', 'UPR-2'), 'T|2'), UTF8, AT);
    expect(problems).toEqual([]);
    expect(lines.map(({ line }) => line)).toEqual([2, 3]);
    expect(lines[0]?.result).toMatchObject({
      signal: {
        eventType: 'SUSPENSION.NOTICE',
        occurredAt: AT,
        noticeNo: 'UPR-1',
        payload: {
          issuer: 'UNIONPAY',
          noticeDate: '2026-11-23',
          reasonCodes: ['TRADING_VIOLATION'],
          reasonText: '频繁大额交易',
          restrictions: [{ capability: 'ACCEPT_CARD', level: 'TERMINAL', terminalNo: '47781282' }],
        },
      },
    });
  });

  test('is read in GB18030, where a branch writes so', () => {
    const words = Buffer.from('c6b5b7b1b4f3b6ee', 'hex');
    const [before, after] = `${HEADER}\n${LINE}\nT|1`.split('频繁大额交易');
    const bytes = Buffer.concat([Buffer.from(before!), words, Buffer.from(after!)]);
    const { lines } = readPickup(bytes, BRANCH_LIST, AT);
    expect(lines[0]?.result).toMatchObject({ signal: { payload: { reasonText: '频繁大额' } } });
  });

  test('loses no line to another that is wrong', () => {
    const { lines } = readPickup(list(LINE, `${'字'.repeat(200)}|x`, LINE, 'T|3'), UTF8, AT);
    expect(lines.map(({ result }) => isProblem(result))).toEqual([false, true, false]);
  });

  test.each([
    [[LINE], /cut off/],
    [[LINE, 'T|2'], /says 2 lines and has 1/],
  ])('that is not whole is said to be so', (lines, problem) => {
    expect(readPickup(list(...lines), UTF8, AT).problems[0]).toMatch(problem);
  });

  test('in another charset is not read at all', () => {
    expect(readPickup(Buffer.of(0xff, 0xfe, 0x00), UTF8, AT)).toMatchObject({
      lines: [],
      problems: ['is not in utf-8'],
    });
  });

  test('has the same signal ids when it comes again', () => {
    const ids = () =>
      readPickup(list(LINE, 'T|1'), UTF8, AT).lines.map(({ result }) => isProblem(result) || result.signal.signalId);
    expect(ids()).toEqual(ids());
    expect(ids()[0]).toMatch(/^file:[0-9a-f]{32}:2$/);
  });
});

test.each([
  ['a|b|', ['a', 'b', '']],
  ['"a|b"|c', ['a|b', 'c']],
  ['"say ""no"""|c', ['say "no"', 'c']],
  [' a | b ', ['a', 'b']],
  ['"open|c', ['open|c']],
])('the cells of %s', (line, cells) => {
  expect(cellsOf(line, '|')).toEqual(cells);
});
