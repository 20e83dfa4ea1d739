import { describe, expect, test } from '@jest/globals';
import { crc32 } from './crc32.js';
import { readZip, writeZip, type ZipEntry } from './zip.js';

const entry = (name: string, text: string): ZipEntry => ({ name, bytes: Buffer.from(text) });
const FILES = [
  entry('manifest.json', '{}'),
  entry('a/first.txt', 'one\n'),
  entry('b.txt', ''),
  entry('c.txt', '三'.repeat(50)),
];

test('the checksum is that of the published check value', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
});

describe('an archive', () => {
  test('gives back the files it was made of, in their order', () => {
    const { entries, faults } = readZip(writeZip(FILES));
    expect(faults).toEqual([]);
    expect(entries.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual(
      FILES.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    );
  });

  test('of the same files is the same bytes', () => {
    expect(writeZip(FILES)).toEqual(writeZip(FILES));
  });

  test('with any one byte changed has a fault', () => {
    const sound = writeZip(FILES);
    for (let offset = 0; offset < sound.length; offset++) {
      const altered = sound.slice();
      altered[offset] = (altered[offset] ?? 0) ^ 0x41;
      expect(readZip(altered).faults).not.toEqual([]);
    }
  });

  test('says in which file a changed byte lies', () => {
    const sound = writeZip(FILES);
    const offset = Buffer.from(sound).indexOf('one');
    const altered = sound.slice();
    altered[offset] = 'O'.charCodeAt(0);
    expect(readZip(altered).faults).toMatchObject([
      { name: 'a/first.txt', what: 'the content of a/first.txt does not have its checksum' },
    ]);
  });

  test('with a byte too much or too few has a fault at its end', () => {
    const sound = writeZip(FILES);
    expect(readZip(Buffer.concat([sound, Buffer.of(0)])).faults).toMatchObject([{ offset: sound.length }]);
    expect(readZip(sound.subarray(0, -1)).faults).toMatchObject([{ offset: sound.length - 1 }]);
  });

  test.each(['../up.txt', '/root.txt', 'ünsafe.txt', ''])('never holds a file called %j', (name) => {
    expect(() => writeZip([entry(name, '')])).toThrow(RangeError);
  });

  test('never holds two files of one name', () => {
    expect(() => writeZip([entry('a', '1'), entry('a', '2')])).toThrow(RangeError);
  });
});
