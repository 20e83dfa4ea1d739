import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { COMMANDS } from '#model';
import { schemaOf } from '../cases/command.schema.js';
import { checked } from '../problem/checked.js';
import { invalidRequest, Problem } from '../problem/problem.js';

/** 10 MiB: api.md §2. */
export const MAX_FILE_BYTES = COMMANDS.UPLOAD.bytes.max;

const FIELD_BYTES = 256;
const PARTS = 12;
const LIMITS = {
  fileSize: MAX_FILE_BYTES,
  files: 1,
  parts: PARTS,
  fields: PARTS,
  fieldSize: FIELD_BYTES,
  fieldNameSize: 64,
  headerPairs: 50,
};

const { transactionId, medium, receivedAt, validUntil } = COMMANDS.UPLOAD;

/** The fields that may come with a file, as the kernel's own table has them. */
export const uploadFields = z.strictObject({
  transactionId: schemaOf(transactionId),
  medium: schemaOf(medium),
  receivedAt: schemaOf(receivedAt),
  validUntil: schemaOf(validUntil),
});

/** A file as it was sent, and what was said of it. */
export interface Upload {
  readonly bytes: Buffer;
  /** Checked and without those left empty. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Reads a multipart request with one file.
 * @throws Problem `media.unsupported` when it is no multipart, `body.too-large`, `request.invalid`.
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new Problem('media.unsupported', { detail: 'Send multipart/form-data with the file in the field "file".' });
  }
  const { bytes, fields } = await partsOf(request);
  if (!bytes)
    throw invalidRequest([
      { pointer: '/file', message: 'is missing; send the file, with a file name, in the field "file"' },
    ]);
  return { bytes, fields: checked(uploadFields, fields, ['file', ...Object.keys(uploadFields.shape)]) };
}

/**
 * Reads a signed multipart request with one file, from the bytes that were verified.
 * @throws Problem as {@link readUpload} does.
 */
export async function readSignedUpload({ signedBytes, headers }: FastifyRequest): Promise<Upload> {
  if (!signedBytes)
    throw new Problem('media.unsupported', { detail: 'Send multipart/form-data with the field "file".' });
  const body = new Response(Uint8Array.from(signedBytes), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  });
  const form = await body.formData().catch(() => {
    throw malformed('is not well-formed multipart/form-data, or was cut off');
  });
  const { file, ...fields } = Object.fromEntries([...form.entries()].filter(([, value]) => value !== ''));
  if (!(file instanceof File))
    throw invalidRequest([
      { pointer: '/file', message: 'is missing; send the file, with a file name, in the field "file"' },
    ]);
  if (file.size > MAX_FILE_BYTES) throw fileTooLarge();
  return {
    bytes: Buffer.from(await file.arrayBuffer()),
    fields: checked(uploadFields, fields, ['file', ...Object.keys(uploadFields.shape)]),
  };
}

const fileTooLarge = (): Problem =>
  new Problem('body.too-large', { detail: 'A file may have 10 MiB at most.', detailZh: '文件不得超过 10 MiB。' });

async function partsOf(
  request: FastifyRequest,
): Promise<{ bytes: Buffer | undefined; fields: Record<string, unknown> }> {
  const fields: Record<string, unknown> = {};
  let bytes: Buffer | undefined;
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'file' && part.fieldname === 'file') bytes = await part.toBuffer();
      else if (part.type === 'file')
        throw invalidRequest([{ pointer: `/${part.fieldname}`, message: 'is no field for a file; send it as "file"' }]);
      else if (part.value !== '') fields[part.fieldname] = part.value;
    }
  } catch (error) {
    throw problemOfParts(error);
  }
  return { bytes, fields };
}

function problemOfParts(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const code: unknown = Reflect.get(error, 'code');
  if (code === 'FST_REQ_FILE_TOO_LARGE') return fileTooLarge();
  if (typeof code === 'string' && code.endsWith('_LIMIT'))
    return malformed('has too many parts; send one file and its fields');
  return malformed('is not well-formed multipart/form-data, or was cut off');
}

const malformed = (message: string): Problem => invalidRequest([{ pointer: '', message }]);
