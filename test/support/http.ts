import { randomUUID } from 'node:crypto';
import { formOf, reinstateClient, type ReinstateClient, type Schemas } from '#client';
import { asPublished } from './contract.check.js';

/** Members an answer may have; which are there depends on the address and on whether it went well. */
export interface AnswerBody {
  readonly caseId: string;
  readonly seq: number;
  readonly state: string;
  readonly now: string;
  readonly repeat?: boolean;
  readonly amendment?: boolean;
  readonly events: readonly { readonly seq: number; readonly type: string; readonly requestId: string }[];
  readonly documentId: string;
  readonly sha256: string;
  /** Of a problem (RFC 9457). */
  readonly code?: string;
  readonly status?: number;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  readonly allowedActions?: readonly { readonly command: string }[];
}

/** What an address of the HTTP contract answered. */
export interface Answer<T = AnswerBody> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else the text. */
  readonly body: T;
}

/** A file as it is handed in. */
export interface HandedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly type: string;
}

/** Sends a request as it is: nothing is added to it. */
export async function send<T = AnswerBody>(url: string, init: RequestInit = {}): Promise<Answer<T>> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
}

/** What the typed client was answered, as tests read answers. */
export const answerFrom = <T = AnswerBody>({
  data,
  error,
  response: { status, headers },
}: {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}): Answer<T> => ({ status, headers, body: (data ?? error) as T });

/** One caller of a running Reinstate: a token and what is sent with it. */
export class Caller {
  /** The typed client; what it is answered must be as the contract is published. */
  readonly client: ReinstateClient;

  constructor(
    readonly url: string,
    readonly token: string,
  ) {
    this.client = reinstateClient(url, token);
    this.client.use(asPublished(url));
  }

  get<T = AnswerBody>(path: string): Promise<Answer<T>> {
    return send<T>(this.url + path, { headers: this.bearer });
  }

  /** Every call is a request of its own unless a key is given. */
  post<T = AnswerBody>(path: string, body: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    const headers = { ...this.bearer, 'content-type': 'application/json', 'idempotency-key': key };
    return send<T>(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async command(caseId: string, command: string, fields: object = {}, key: string = randomUUID()): Promise<Answer> {
    const params = { path: { id: caseId }, header: { 'Idempotency-Key': key } };
    const body = { command, ...fields } as Schemas['Command'];
    return answerFrom(await this.client.POST('/api/v1/cases/{id}/commands', { params, body }));
  }

  /** Hands in a paper for one item of the checklist. */
  async upload(caseId: string, code: string, file: HandedFile, key: string = randomUUID()): Promise<Answer> {
    return answerFrom(
      await this.client.POST('/api/v1/cases/{id}/materials/{code}/documents', {
        params: { path: { id: caseId, code }, header: { 'Idempotency-Key': key } },
        body: { file: new File([file.bytes], file.name, { type: file.type }) },
        bodySerializer: formOf,
      }),
    );
  }

  /** The bytes of a document with the headers they came under. */
  async download(documentId: string): Promise<Answer<Buffer>> {
    const response = await fetch(`${this.url}/api/v1/documents/${documentId}`, { headers: this.bearer });
    return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
  }

  private get bearer() {
    return { authorization: `Bearer ${this.token}` };
  }
}
