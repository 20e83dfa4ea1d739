const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_BYTES = 46;
const SIZES_FOLLOW = 8;

/**
 * How long the files in a zip say they are when unpacked, all together; undefined for what is no zip, or one whose
 * sizes are not said. Readers of zips hold each file to what is said of it, so a small one cannot grow without end.
 */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_BYTES;
  const last = Math.max(0, end - LONGEST_COMMENT);
  while (end >= last && end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < last || end < 0) return undefined;
  const count = view.getUint16(end + 10, true);
  let [at, total] = [view.getUint32(end + 16, true), 0];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) return undefined;
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    // An empty file packs into two bytes; one of 4 GiB and more, or one whose sizes follow it, has them elsewhere.
    const elsewhere = packed === 0 && (view.getUint16(at + 8, true) & SIZES_FOLLOW) !== 0;
    if (elsewhere || (unpacked === 0 && packed > 2) || unpacked === 0xffffffff) return undefined;
    total += unpacked;
    at += ENTRY_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}
