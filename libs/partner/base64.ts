/**
 * Reads base64 in its one canonical spelling: padded, nothing after it, no other alphabet. Undefined for anything else,
 * so that a signature has one text only.
 */
export function bytesOfBase64(text: string): Buffer | undefined {
  if (text === '' || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
