import { createHash, createPublicKey, createSign, createVerify, type KeyObject } from 'node:crypto';

/** Identity of a signer who agreed on none: GM/T 0009-2012 §10, GB/T 35276-2017. */
export const DEFAULT_SM2_ID = '1234567812345678';

/** DER before the 64 bytes of the point in a public key on the curve of GB/T 32918.5 (OID 1.2.156.10197.1.301). */
const SPKI_PREFIX = '3059301306072a8648ce3d020106082a811ccf5501822d03420004';
/** Coefficients a and b of the curve and its base point, as they enter the identity digest. */
const CURVE = Buffer.from(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
    '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
    'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
  'hex',
);

function pointOf(publicKey: KeyObject): Buffer {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const prefix = Buffer.from(SPKI_PREFIX, 'hex');
  if (der.length !== prefix.length + 64 || !der.subarray(0, prefix.length).equals(prefix))
    throw new TypeError('the key is not a point of the SM2 curve');
  return der.subarray(prefix.length);
}

/** ZA of GB/T 32918.2 §5.5: what binds a signature to the signer's identity, the curve and the public key. */
function identityDigest(publicKey: KeyObject, id: string): Buffer {
  const bytes = Buffer.from(id, 'utf8');
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(bytes.length * 8);
  return createHash('sm3').update(bits).update(bytes).update(CURVE).update(pointOf(publicKey)).digest();
}

/**
 * SM3withSM2 (GB/T 32918.2) with Node's OpenSSL, in the DER of r and s.
 *
 * OpenSSL adds ZA by itself only in its one-shot functions (`crypto.sign('sm3', …)`), and there with an empty identity
 * that Node cannot set, so that nobody else could check it. Its two-step functions (`createSign`) sign the bare digest
 * of what they are fed; fed ZA before the message they make the signature of the standard, which its published
 * example proves. Only keys read from PEM do so: a key fresh from `generateKeyPair` is an ECDSA key to OpenSSL.
 *
 * @param privateKey read from PEM.
 * @throws TypeError when the key is not on the SM2 curve.
 */
export const sm2Sign = (privateKey: KeyObject, id: string, message: Uint8Array): Buffer =>
  createSign('sm3')
    .update(identityDigest(createPublicKey(privateKey), id))
    .update(message)
    .sign(privateKey);

/**
 * Whether a signature in DER, or in 64 bytes r‖s as some senders have it, is that of {@link sm2Sign}.
 * @throws TypeError when the key is not on the SM2 curve.
 */
export const sm2Verify = (publicKey: KeyObject, id: string, message: Uint8Array, signature: Buffer): boolean =>
  createVerify('sm3')
    .update(identityDigest(publicKey, id))
    .update(message)
    .verify(publicKey, signature.length === 64 ? derOf(signature) : signature);

/** The DER of two 32-byte numbers r‖s. */
function derOf(pair: Buffer): Buffer {
  const numbers = [pair.subarray(0, 32), pair.subarray(32)].map((bytes) => {
    const from = bytes.findIndex((byte) => byte !== 0);
    const digits = bytes.subarray(from < 0 ? 31 : from);
    const unsigned = digits[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits;
    return Buffer.concat([Buffer.of(2, unsigned.length), unsigned]);
  });
  return Buffer.concat([Buffer.of(0x30, numbers[0]!.length + numbers[1]!.length), ...numbers]);
}

/** The 64 bytes r‖s of a signature in DER. */
export function pairOf(der: Buffer): Buffer {
  const first = der.subarray(4, 4 + der[3]!);
  const second = der.subarray(6 + der[3]!);
  const padded = [first, second].map((digits) => {
    const bare = digits.subarray(Math.max(0, digits.length - 32));
    return Buffer.concat([Buffer.alloc(32 - bare.length), bare]);
  });
  return Buffer.concat(padded);
}
