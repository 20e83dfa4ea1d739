import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CAPABILITIES } from '#model';
import { sha256Of, STATUS_FORMS, writeStatusFile, type StatusForm } from './status-file.js';
import { readStatusFile } from './status-file.reader.js';
import { placeKey, placeOf } from './status-place.js';

const DAY = '2026-11-23';
const TWO = [
  { merchantNo: '822290073920002', itemId: 'MERCHANT:822290073920002:SETTLEMENT', institutionCode: '48222900' },
  { merchantNo: '822290073920001', itemId: 'TERMINAL:47781282:ACCEPT_CARD', institutionCode: '48222900' },
];
const read = (text: string, form: StatusForm = 'NDJSON', day = DAY) => readStatusFile(Buffer.from(text), form, day);
const errorsOf = (text: string, form: StatusForm = 'NDJSON') => {
  const file = read(text, form);
  return 'errors' in file ? file.errors.map(({ pointer }) => pointer) : [];
};
const NEW_LINE = '{"merchantNo":"822290073920001","capability":"REFUND"}';

describe('a status file we write', () => {
  test('holds each place once, in order, and closes with its totals', () => {
    expect(writeStatusFile(DAY, [...TWO, TWO[0]!], 'CSV').split('\n')).toEqual([
      'merchantNo,institutionCode,storeNo,terminalNo,capability',
      '822290073920001,48222900,,47781282,ACCEPT_CARD',
      '822290073920002,48222900,,,SETTLEMENT',
      expect.stringMatching(/^T,2026-11-23,2,2,[0-9a-f]{64}$/),
      '',
    ]);
    const lines = writeStatusFile(DAY, TWO, 'NDJSON').split('\n');
    expect(JSON.parse(lines[2]!)).toEqual({
      trailer: { day: DAY, lines: 2, merchants: 2, sha256: sha256Of(`${lines[0]}\n${lines[1]}\n`) },
    });
  });

  test.each(STATUS_FORMS)('in %s is read back as it was, however the places came', (form) => {
    const place = fc
      .tuple(fc.integer({ max: 9, min: 0 }), fc.constantFrom('S', 'T', 'M'), fc.constantFrom(...CAPABILITIES))
      .map(([n, level, capability]) => {
        const merchantNo = `82229007392000${n}`;
        const at = { S: `STORE:shop-${n}`, T: `TERMINAL:0000000${n}`, M: `MERCHANT:${merchantNo}` }[level];
        return { merchantNo, itemId: `${at}:${capability}`, institutionCode: '48222900' };
      });
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const text = writeStatusFile(DAY, places, form);
        const file = readStatusFile(Buffer.from(text), form, DAY);
        if ('errors' in file) throw new Error(JSON.stringify(file.errors));
        const keys = file.lines.map((one) => placeKey(placeOf(one)));
        expect(keys).toEqual([...new Set(places.map(placeKey))].sort());
        expect(file.trailer?.lines).toBe(keys.length);
        expect(writeStatusFile(DAY, [...places].reverse(), form)).toBe(text);
      }),
    );
  });
});

describe('a status file of a partner', () => {
  test('needs no closing line unless it is empty', () => {
    expect(read(NEW_LINE)).toMatchObject({ lines: [{ capability: 'REFUND' }], trailer: null });
    expect(errorsOf('')).toEqual(['/trailer']);
    expect(read(writeStatusFile(DAY, [], 'NDJSON'))).toMatchObject({ lines: [] });
    const quoted = '\uFEFFcapability,"merchantNo",terminalNo\r\nREFUND,"822290073920001",\r\n';
    expect(read(quoted, 'CSV')).toMatchObject({ lines: [{ merchantNo: '822290073920001', capability: 'REFUND' }] });
  });

  test.each(STATUS_FORMS)('in %s that was cut, lengthened or is another day’s is not taken', (form) => {
    const text = writeStatusFile(DAY, TWO, form);
    const lines = text.split('\n');
    const shorter = [...lines.slice(0, 1), ...lines.slice(2)].join('\n');
    expect(errorsOf(shorter, form)).not.toEqual([]);
    expect(errorsOf(text.replaceAll('47781282', '47781283'), form)).toEqual(['/trailer/sha256']);
    expect(readStatusFile(Buffer.from(text), form, '2026-11-24')).toMatchObject({
      errors: [{ pointer: '/trailer/day' }],
    });
  });

  test('is told each line that is wrong, and where', () => {
    const wrong = [NEW_LINE, '{"merchantNo":"1","capability":"REFUND"}', 'no json', NEW_LINE, '', '{"a":1}'].join('\n');
    const pointers = errorsOf(wrong);
    expect(pointers).toEqual(expect.arrayContaining(['/lines/2/merchantNo', '/lines/3', '/lines/4', '/lines/6']));
    const pan = '{"merchantNo":"822290073920001","storeNo":"6228480402564890018","capability":"REFUND"}';
    expect(errorsOf(pan)).toEqual(['/lines/1/storeNo']);
    expect(errorsOf('merchantNo,capability\n822290073920001\n', 'CSV')).toEqual(['']);
    expect(readStatusFile(Uint8Array.of(0xff), 'CSV', DAY)).toMatchObject({ errors: [{ pointer: '' }] });
  });

  test('of any bytes is read or refused and never more', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom(...STATUS_FORMS), (bytes, form) => {
        const file = readStatusFile(bytes, form, DAY);
        expect('errors' in file ? file.errors.length : file.lines.length).toBeGreaterThan(0);
      }),
    );
  });
});
