import '@fastify/multipart';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errorCodes } from 'fastify';
import type { BatchFormat } from '#database';
import { invalidRequest, Problem } from '../problem/problem.js';
import { MOST_BYTES, tooManyBytes, unreadable } from './list.js';

/** Media types of the three formats, and what a file's name ends with. */
const FORMATS: readonly { readonly format: BatchFormat; readonly types: readonly string[]; readonly ends: RegExp }[] = [
  {
    format: 'NDJSON',
    types: ['application/x-ndjson', 'application/ndjson', 'application/jsonl'],
    ends: /\.(ndjson|jsonl)$/i,
  },
  { format: 'CSV', types: ['text/csv', 'application/csv'], ends: /\.(csv|txt)$/i },
  {
    format: 'XLSX',
    types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ends: /\.xlsx$/i,
  },
];
const LIST_TYPES = FORMATS.flatMap(({ types }) => types);
/** Where lists are taken: those of notices here; signed lists, whose bytes are read before, at their own address. */
const ADDRESS = /^\/(?:api\/v1\/notices\/batch(?:\?|$)|partner\/v1\/status-files\/)/;
const FIELD_BYTES = 64;
const FIELDS = 8;

/** A file as it came, with the fields sent beside it. */
export interface SentList {
  readonly bytes: Buffer;
  readonly format: BatchFormat;
  readonly charset: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Lets lists through unread to where they are taken in, once it is known who sends them; nowhere else are they taken. */
export function passLists(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(LIST_TYPES, ({ url, headers }, payload, done) => {
    if (ADDRESS.test(url)) done(null, payload);
    else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(headers['content-type']));
  });
}

const essenceOf = (type: string): string => (type.split(';', 1)[0] ?? '').trim().toLowerCase();
const charsetIn = (type: string): string | undefined => /;\s*charset="?([\w-]+)"?/i.exec(type)?.[1];

const unsupported = (): Problem =>
  new Problem('media.unsupported', {
    detail: `Send the list as ${LIST_TYPES.join(', ')}, or in the field "file" of multipart/form-data under a name that ends with .ndjson, .csv or .xlsx.`,
    detailZh: '请以 NDJSON、CSV 或 XLSX 格式发送清单。',
  });

/** A file is what its media type says; where that says nothing, what its name ends with. */
function formatOf(type: string, name = ''): BatchFormat {
  const found =
    FORMATS.find(({ types }) => types.includes(essenceOf(type))) ?? FORMATS.find(({ ends }) => ends.test(name));
  if (!found) throw unsupported();
  return found.format;
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > MOST_BYTES) throw tooManyBytes();
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a list: the body itself, or the field `file` of a form.
 * @throws Problem `media.unsupported`, `body.too-large`, `request.invalid`.
 */
export async function readSentList(request: FastifyRequest): Promise<SentList> {
  if (request.isMultipart()) return readForm(request);
  const type = request.headers['content-type'] ?? '';
  const format = formatOf(type);
  if (Number(request.headers['content-length']) > MOST_BYTES) throw tooManyBytes();
  const bytes = request.body === undefined ? Buffer.alloc(0) : await bytesOf(request.body as Readable);
  return { bytes, format, charset: charsetIn(type), fields: {} };
}

async function readForm(request: FastifyRequest): Promise<SentList> {
  const fields: Record<string, unknown> = {};
  let file: Omit<SentList, 'fields'> | undefined;
  const limits = { fileSize: MOST_BYTES, files: 1, fields: FIELDS, fieldSize: FIELD_BYTES, fieldNameSize: FIELD_BYTES };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else if (part.fieldname !== 'file')
        throw invalidRequest([{ pointer: `/${part.fieldname}`, message: 'is no field for a file; send it as "file"' }]);
      else {
        const format = formatOf(part.mimetype, part.filename);
        file = { bytes: await part.toBuffer(), format, charset: charsetIn(part.mimetype) };
      }
    }
  } catch (error) {
    throw problemOfForm(error);
  }
  if (!file) throw invalidRequest([{ pointer: '/file', message: 'is missing; send the list in the field "file"' }]);
  return { ...file, fields };
}

function problemOfForm(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  return Reflect.get(error, 'code') === 'FST_REQ_FILE_TOO_LARGE'
    ? tooManyBytes()
    : unreadable('is not a well-formed form with one file, or was cut off');
}
