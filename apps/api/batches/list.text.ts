import { unreadable } from './list.js';

/** Names senders give the two encodings. */
const CHARSETS: Readonly<Record<string, 'utf-8' | 'gb18030'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
};
/** What `?charset=` may say. */
export const CHARSET_NAMES = Object.keys(CHARSETS) as [string, ...string[]];

function decoded(bytes: Uint8Array, charset: 'utf-8' | 'gb18030'): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The text of a file, without a byte order mark. What is not said is found out: hardly any text in GB18030 is UTF-8 too.
 * @throws Problem `request.invalid` when the bytes are not in the encoding.
 */
export function textOfList(bytes: Uint8Array, charset?: string): string {
  const said = charset === undefined ? undefined : CHARSETS[charset.toLowerCase()];
  if (charset !== undefined && said === undefined)
    throw unreadable(`is in ${charset}, which is not known here; known are ${CHARSET_NAMES.join(', ')}`);
  const text = said ? decoded(bytes, said) : (decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030'));
  if (text === undefined) throw unreadable(`is not in ${said ?? 'UTF-8 or GB18030'}, or was cut off`);
  return text;
}
