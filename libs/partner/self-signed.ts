import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';

/** DER by hand: Node reads certificates and cannot make one, and this one has nothing but a name and a key. */
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const lengthBytes = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...lengthBytes), content]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const text = (words: string): Buffer => der(0x0c, Buffer.from(words, 'utf8'));
/** UTCTime, whose two digits of the year last until 2049 (RFC 5280 §4.1.2.5). */
const time = (at: Date): Buffer =>
  der(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`, 'latin1'));

/** sha256WithRSAEncryption and commonName. */
const SHA256_WITH_RSA = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05));
const COMMON_NAME = der(0x06, Buffer.from('550403', 'hex'));
const YEARS = 10;
const DAY_MS = 86_400_000;

/**
 * A self-signed X.509 certificate of an RSA key, as PEM, under a common name: from yesterday, for ten years.
 * @param privateKey PEM of the key, which also signs.
 */
export function selfSigned(privateKey: string, commonName: string, now: Date): string {
  const key = createPrivateKey(privateKey);
  const name = sequence(der(0x31, sequence(COMMON_NAME, text(commonName))));
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + YEARS);
  const serial = Buffer.concat([Buffer.of(0x01), randomBytes(15)]);
  const validity = sequence(time(new Date(now.getTime() - DAY_MS)), time(end));
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const unsigned = sequence(der(0x02, serial), SHA256_WITH_RSA, name, validity, name, spki);
  const signature = der(0x03, Buffer.of(0), sign('sha256', unsigned, key));
  const lines =
    sequence(unsigned, SHA256_WITH_RSA, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
