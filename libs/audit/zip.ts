import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { crc32 } from './crc32.js';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/* APPNOTE.TXT of the zip format: signatures, and the sizes of the records without their names. */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
/** Stored files without folders need no more than version 1.0. */
const VERSION = 10;
/** 1 January 1980, midnight: the first moment the format knows. */
const DATE = 0x21;

const NAME = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/;
const MAX_ENTRIES = 0xfffe;
const MAX_BYTES = 0xfffffffe;

type Field = readonly [value: number, width: 2 | 4];

function record(...fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [, width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

/** What local header and directory say alike: version needed, flags, method, time, date, checksum, sizes, name, no extra field. */
const described = ({ name, bytes }: ZipEntry): readonly Field[] => [
  [VERSION, 2],
  [0, 2],
  [0, 2],
  [0, 2],
  [DATE, 2],
  [crc32(bytes), 4],
  [bytes.length, 4],
  [bytes.length, 4],
  [name.length, 2],
  [0, 2],
];

/**
 * The one archive of these files in this order: stored, every file dated 1 January 1980, nothing optional.
 * @throws RangeError for a name that is not plain ASCII, twice there, or more than the format without extensions holds.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  if (entries.length > MAX_ENTRIES) throw new RangeError(`${entries.length} files are too many for one archive`);
  const names = new Set(entries.map(({ name }) => name));
  const wrong = entries.find(({ name }) => !NAME.test(name));
  if (wrong || names.size !== entries.length)
    throw new RangeError(`a file cannot be called ${wrong?.name ?? 'as another'}`);
  const [files, directory]: [Uint8Array[], Uint8Array[]] = [[], []];
  let offset = 0;
  for (const entry of entries) {
    const name = utf8ToBytes(entry.name);
    const common = described(entry);
    files.push(record([LOCAL, 4], ...common), name, entry.bytes);
    // No comment, disk 0, no attributes; then where the file begins.
    directory.push(record([CENTRAL, 4], [VERSION, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
    offset += LOCAL_SIZE + name.length + entry.bytes.length;
  }
  const listed = directory.reduce((sum, { length }) => sum + length, 0);
  if (offset + listed > MAX_BYTES) throw new RangeError('4 GiB are too much for one archive');
  const count = entries.length;
  return concatBytes(
    ...files,
    ...directory,
    record([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [listed, 4], [offset, 4], [0, 2]),
  );
}

/** An archive that is not the canonical one of its files. */
export interface ZipFault {
  /** Of the first byte that is wrong. */
  readonly offset: number;
  /** The file it lies in; null between files and in the directory. */
  readonly name: string | null;
  readonly what: string;
}

/** The files of an archive as far as they can be read, and what is wrong with it. */
export interface ZipReading {
  readonly entries: readonly ZipEntry[];
  readonly faults: readonly ZipFault[];
}

/** Reads an archive and compares every byte of it with the canonical one of the same files. Total: it never throws. */
export function readZip(archive: Uint8Array): ZipReading {
  const { entries, starts, fault } = readEntries(archive);
  if (fault) return { entries, faults: [fault] };
  let rebuilt: Uint8Array;
  try {
    rebuilt = writeZip(entries);
  } catch (error) {
    return {
      entries,
      faults: [{ offset: 0, name: null, what: error instanceof Error ? error.message : 'it cannot be written again' }],
    };
  }
  const offset = firstDifference(archive, rebuilt);
  if (offset === undefined) return { entries, faults: [] };
  const place = starts.findLastIndex((start) => start <= offset);
  const name = offset < rebuilt.length - END_SIZE - directorySize(entries) ? (entries[place]?.name ?? null) : null;
  const isContent =
    name !== null && crc32(entries[place]?.bytes ?? archive) !== checksumAt(archive, starts[place] ?? 0);
  const what = isContent
    ? `the content of ${name} does not have its checksum`
    : 'a byte of the archive is not the canonical one';
  return { entries, faults: [{ offset, name, what }] };
}

interface Walk {
  readonly entries: readonly ZipEntry[];
  readonly starts: readonly number[];
  readonly fault?: ZipFault;
}

/** Goes from file to file; the directory is compared, not read. */
function readEntries(archive: Uint8Array): Walk {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const [entries, starts]: [ZipEntry[], number[]] = [[], []];
  let at = 0;
  while (at + LOCAL_SIZE <= archive.length && view.getUint32(at, true) === LOCAL) {
    const from = at + LOCAL_SIZE + view.getUint16(at + 26, true);
    const to = from + view.getUint32(at + 22, true);
    const name = asciiOf(archive.subarray(at + LOCAL_SIZE, Math.min(from, archive.length)));
    if (to > archive.length || !NAME.test(name)) {
      return { entries, starts, fault: { offset: at, name: null, what: `file ${entries.length + 1} cannot be read` } };
    }
    entries.push({ name, bytes: archive.subarray(from, to) });
    starts.push(at);
    at = to;
  }
  if (entries.length > 0) return { entries, starts };
  return { entries, starts, fault: { offset: at, name: null, what: 'this is no bundle: it holds no file' } };
}

const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 256));

const checksumAt = (archive: Uint8Array, start: number): number =>
  new DataView(archive.buffer, archive.byteOffset, archive.length).getUint32(start + 14, true);

const directorySize = (entries: readonly ZipEntry[]): number =>
  entries.reduce((sum, { name }) => sum + CENTRAL_SIZE + name.length, 0);

function firstDifference(given: Uint8Array, wanted: Uint8Array): number | undefined {
  const shared = Math.min(given.length, wanted.length);
  for (let at = 0; at < shared; at++) if (given[at] !== wanted[at]) return at;
  return given.length === wanted.length ? undefined : shared;
}
