import { describe, expect, test } from '@jest/globals';
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { sheetOf } from './batch.examples.js';
import { csvRows } from './list.csv.js';
import { MOST_ROWS } from './list.js';
import { ndjsonRows } from './list.ndjson.js';
import { textOfList } from './list.text.js';
import { xlsxRows } from './list.xlsx.js';

/** For machines with much else to do. */
const LONG_MS = 60_000;
/** 通知编号,商户号 in GB18030. */
const GB18030 = Buffer.from('cda8d6aab1e0bac52cc9ccbba7bac5', 'hex');
const cellsOf = async (text: string) => (await csvRows(text)).map(({ cells }) => cells);
const book = (...sheets: readonly WriteSheet[]) => writeXlsx({ sheets: [...sheets] });
const oneSheet = async (...rows: readonly CellValue[][]) => xlsxRows(await book(sheetOf(rows)));

describe('the text of a list', () => {
  test('is read with and without a byte order mark', () => {
    expect(textOfList(Buffer.from('\ufeff通知编号'))).toBe('通知编号');
    expect(textOfList(Buffer.from('通知编号'))).toBe('通知编号');
  });

  test('in GB18030 is found out, or said', () => {
    expect(textOfList(GB18030)).toBe('通知编号,商户号');
    expect(textOfList(GB18030, 'GBK')).toBe('通知编号,商户号');
  });

  test.each([
    ['said to be UTF-8 and is not', GB18030, 'utf-8', /not in utf-8/],
    ['in neither encoding', Buffer.from([0xff, 0xff, 0xff]), undefined, /not in UTF-8 or GB18030/],
    ['cut off in the middle of a character', GB18030.subarray(0, -1), 'gb18030', /cut off/],
    ['said to be in an encoding nobody knows', GB18030, 'ebcdic', /ebcdic/],
  ])('is refused when it is %s', (_, bytes, charset, message) => {
    expect(() => textOfList(bytes, charset)).toThrow(message);
  });
});

describe('rows of a CSV', () => {
  test('hold cells in quotes, with separators, quotes and line breaks in them', async () => {
    const rows = await csvRows('a,b\n"x, ""y""","1\n2"\n3,4\n');
    expect(rows).toEqual([
      { line: 1, end: 1, cells: ['a', 'b'] },
      { line: 2, end: 3, cells: ['x, "y"', '1\n2'] },
      { line: 4, end: 4, cells: ['3', '4'] },
    ]);
  });

  test.each(['\n', '\r\n', '\r'])(
    'are numbered as in the file, blank ones counted, whatever ends them (%j)',
    async (end) => {
      const rows = await csvRows(['a,b', '', '1,2', ',', '"x', 'y",4', '5,6', ''].join(end));
      expect(rows.map(({ line, end: last }) => [line, last])).toEqual([
        [1, 1],
        [3, 3],
        [5, 6],
        [7, 7],
      ]);
    },
  );

  test.each([',', '\t', '|', ';'])('are told apart by %j', async (separator) => {
    expect(await cellsOf(`a${separator}b\n1${separator}2`)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('may be ragged, and a quote inside a cell is a quote', async () => {
    expect(await cellsOf('a,b,c\n1\n1,2,3,4\n5" pipe,x,y')).toEqual([
      ['a', 'b', 'c'],
      ['1'],
      ['1', '2', '3', '4'],
      ['5" pipe', 'x', 'y'],
    ]);
  });

  test('are refused as a whole when a quote is never closed: no row can be told from the next', async () => {
    await expect(csvRows('a,b\n1,2\n"3,4\n5,6\n')).rejects.toMatchObject({ code: 'request.invalid', message: /quote/ });
  });

  test(
    'are ten thousand at most',
    async () => {
      const row = `UPR-1,822290073920001,${'x'.repeat(200)}\n`;
      const rows = await csvRows(`a,b,c\n${row.repeat(MOST_ROWS)}`);
      expect(rows).toHaveLength(MOST_ROWS + 1);
      expect(rows.at(-1)?.line).toBe(MOST_ROWS + 1);
      await expect(csvRows(`a,b,c\n${row.repeat(MOST_ROWS + 100)}`)).rejects.toMatchObject({ code: 'body.too-large' });
    },
    LONG_MS,
  );
});

describe('lines of NDJSON', () => {
  test('are read one by one; what is no JSON is said of its line, without its words', () => {
    expect(ndjsonRows('{"a":1}\r\n\n{"secret\n[1]')).toEqual([
      { line: 1, end: 1, notice: { a: 1 } },
      { line: 3, end: 3, notice: null, raw: '{"secret', fault: 'is not JSON' },
      { line: 4, end: 4, notice: [1] },
    ]);
  });

  test('too long for a notice are refused, and so is a file of too many', () => {
    expect(ndjsonRows(JSON.stringify('x'.repeat(3_000_000)))[0]).toMatchObject({ fault: /2 MiB/ });
    expect(() => ndjsonRows('{}\n'.repeat(2 * MOST_ROWS))).toThrow(/10000/);
  });
});

describe('rows of a workbook', () => {
  test('have text for every cell: numbers, days, times and formulas as they are shown', async () => {
    const rows = await oneSheet(
      ['a', 47781282, 49800.5, 0.1 + 0.2, true],
      [null, new Date('2026-11-23T00:00:00Z'), new Date('2026-11-23T09:00:00Z'), '00123456', ' x '],
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', '47781282', '49800.5', '0.3', 'true'],
      ['', '2026-11-23', '2026-11-23 09:00:00', '00123456', 'x'],
    ]);
  });

  test('of formulas have the value last worked out', async () => {
    const cells = new Map([['1,0', { value: 'UPR-1', formula: 'CONCATENATE("UPR-",1)', formulaResult: 'UPR-1' }]]);
    const [, row] = await xlsxRows(await book({ ...sheetOf([['a'], ['']]), cells }));
    expect(row?.cells).toEqual(['UPR-1']);
  });

  test('are numbered as in the sheet', async () => {
    const rows = await oneSheet(['a'], [null], ['b']);
    expect(rows.map(({ line }) => line)).toEqual([1, 3]);
  });

  test('with a number too long for a spreadsheet are at fault, for its last digits are lost', async () => {
    const [row] = await oneSheet(['a', 6228480402564890000]);
    expect(row?.fault).toMatch(/column B.*as text/);
  });

  test('on two sheets are refused: none is overlooked; an empty second sheet does no harm', async () => {
    const [full, empty] = [sheetOf([['a']]), { ...sheetOf([]), name: 'Sheet2' }];
    await expect(xlsxRows(await book(full, { ...full, name: 'Sheet2' }))).rejects.toMatchObject({
      message: /2 sheets/,
    });
    expect(await xlsxRows(await book(full, empty))).toHaveLength(1);
  });

  test(
    'are ten thousand at most',
    async () => {
      const row: CellValue[] = ['UPR-1', '822290073920001', 47781282, 'x'.repeat(200)];
      const many = (count: number) => oneSheet(...Array.from({ length: count }, () => row));
      expect(await many(MOST_ROWS)).toHaveLength(MOST_ROWS);
      await expect(many(MOST_ROWS + 100)).rejects.toMatchObject({ code: 'body.too-large' });
    },
    LONG_MS,
  );

  test.each([
    ['is no zip', () => Buffer.from('通知编号,商户号')],
    ['was cut off', async () => (await book(sheetOf([['a']]))).subarray(0, 300)],
    ['is another zip', () => Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')],
  ])('are refused when the file %s', async (_, file) => {
    await expect(xlsxRows(await file())).rejects.toMatchObject({ code: 'request.invalid' });
  });

  test('are not unpacked when they would grow out of all measure', async () => {
    const bytes = Buffer.from(await book(sheetOf([['a']])));
    const entry = bytes.indexOf(Buffer.from('504b0102', 'hex'));
    bytes.writeUInt32LE(0x7fffffff, entry + 24);
    await expect(xlsxRows(bytes)).rejects.toMatchObject({ code: 'body.too-large' });
  });
});
