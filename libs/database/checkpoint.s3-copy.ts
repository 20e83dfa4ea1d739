import { PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { canonical } from '#model';
import { copyName, type CheckpointCopy } from './checkpoint.copy.js';

const COMPATIBLE_REGION = 'us-east-1';
const LIMIT_MS = 10_000;
const EXISTS = 412;

/** Signed heads as objects of an S3 bucket, none of which is ever written over. */
export function s3Copy(setting: string, endpoint?: string): CheckpointCopy {
  const { hostname, pathname, searchParams } = new URL(setting);
  const prefix = pathname.replace(/^\/+|\/+$/g, '');
  const region = searchParams.get('region');
  const client = new S3Client({
    ...(endpoint && { endpoint, forcePathStyle: true, region: COMPATIBLE_REGION }),
    ...(region && { region }),
    maxAttempts: 2,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const keepText = async (name: string, text: string): Promise<void> => {
    const object = {
      Bucket: hostname,
      Key: prefix === '' ? name : `${prefix}/${name}`,
      Body: `${text}\n`,
      ContentType: 'application/json',
      IfNoneMatch: '*',
    };
    await client.send(new PutObjectCommand(object), { abortSignal: AbortSignal.timeout(LIMIT_MS) }).catch(unlessThere);
  };
  return { keepText, keep: (checkpoint) => keepText(copyName(checkpoint), canonical(checkpoint)) };
}

function unlessThere(error: unknown): void {
  if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== EXISTS) throw error;
}
