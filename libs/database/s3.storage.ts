import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DocumentMissing, checkKey, checkedContent, contentKey } from './content-key.js';
import type { DocumentStorage } from './document.storage.js';

/** Where in S3 documents lie. Credentials come from where the AWS client always looks for them. */
export interface S3Place {
  readonly bucket: string;
  /** Without slashes at its ends; empty for the whole bucket. */
  readonly prefix: string;
  readonly region?: string | undefined;
  /** Of an S3-compatible store; it is spoken to in path style. */
  readonly endpoint?: string | undefined;
}

/** Most compatible stores take any region and sign with this one. */
const COMPATIBLE_REGION = 'us-east-1';
const TIMEOUTS = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };
/** With every further try: a mutation may take 5 s in all. */
const LIMIT_MS = 4_000;

/** Documents as objects of an S3 bucket. */
export function s3Storage({ bucket, prefix, region, endpoint }: S3Place): DocumentStorage {
  const client = new S3Client({
    ...(endpoint && { endpoint, forcePathStyle: true, region: COMPATIBLE_REGION }),
    ...(region && { region }),
    maxAttempts: 2,
    requestHandler: TIMEOUTS,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const limited = () => ({ abortSignal: AbortSignal.timeout(LIMIT_MS) });
  const at = (key: string) => ({ Bucket: bucket, Key: prefix === '' ? key : `${prefix}/${key}` });
  return {
    async put(bytes) {
      const key = contentKey(bytes);
      // The store compares what arrives with this and refuses anything else.
      const ChecksumSHA256 = Buffer.from(key.slice(3), 'hex').toString('base64');
      const object = { ...at(key), Body: bytes, ContentLength: bytes.length, ChecksumSHA256 };
      await client.send(new PutObjectCommand(object), limited());
      return key;
    },
    async get(key) {
      checkKey(key);
      const { Body } = await client.send(new GetObjectCommand(at(key)), limited()).catch(missing(key));
      return checkedContent(key, (await Body?.transformToByteArray()) ?? new Uint8Array());
    },
  };
}

const missing =
  (key: string) =>
  (error: unknown): never => {
    throw error instanceof NoSuchKey ? new DocumentMissing(key) : error;
  };
