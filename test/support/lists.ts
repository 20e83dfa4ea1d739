import { randomUUID } from 'node:crypto';
import type { AnswerBody, Caller } from './http.js';

/** One line of the answer to a list of notices. */
export interface ListLine {
  readonly type: 'batch' | 'line' | 'progress' | 'summary';
  readonly batchId: string;
  readonly line: number;
  readonly noticeNo: string | null;
  readonly status: string;
  readonly caseId?: string;
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string; readonly column?: string }[];
  readonly done: number;
  readonly rows: number;
  readonly complete: boolean;
  readonly opened: number;
  readonly repeats: number;
  readonly amendments: number;
  readonly refused: number;
  readonly pending: number;
}

/** What a list was answered: its lines, or the problem with it as a whole. */
export interface ListAnswer {
  readonly status: number;
  readonly lines: readonly ListLine[];
  readonly problem?: AnswerBody;
}

/** How a list is sent. */
export interface ListSending {
  readonly type?: string;
  readonly query?: string;
  readonly key?: string;
  /** Hangs up once so many lines with results have come. */
  readonly cutAfter?: number;
}

const isResult = ({ type }: ListLine): boolean => type === 'line';

async function linesOf(response: Response, enough: (lines: readonly ListLine[]) => boolean): Promise<ListLine[]> {
  const lines: ListLine[] = [];
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    lines.push(...pieces.map((line) => JSON.parse(line) as ListLine));
    if (enough(lines)) break;
  }
  return lines;
}

/** Sends a list and reads its answer as it comes. */
export async function sendList(
  { url, token }: Caller,
  body: RequestInit['body'],
  { type = 'application/x-ndjson', query = '', key = randomUUID(), cutAfter = Infinity }: ListSending = {},
): Promise<ListAnswer> {
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': key,
    ...(body instanceof FormData ? {} : { 'content-type': type }),
  };
  const hangUp = new AbortController();
  const signal = hangUp.signal;
  const response = await fetch(`${url}/api/v1/notices/batch${query}`, { method: 'POST', headers, body, signal });
  const { status } = response;
  if (status !== 200) return { status, lines: [], problem: (await response.json()) as AnswerBody };
  const lines = await linesOf(response, (all) => all.filter(isResult).length >= cutAfter);
  hangUp.abort();
  return { status, lines };
}

/** The results of an answer, one for each notice line. */
export const resultsOf = ({ lines }: ListAnswer): readonly ListLine[] => lines.filter(isResult);

/** The last line of a whole answer. */
export function summaryOf({ lines }: ListAnswer): ListLine {
  const last = lines.at(-1);
  if (last?.type !== 'summary') throw new Error('the answer to the list was cut off');
  return last;
}

/** The file of a list as it is kept. */
export async function keptFile({ url, token }: Caller, href: string): Promise<{ status: number; bytes: Buffer }> {
  const response = await fetch(url + href, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
}
