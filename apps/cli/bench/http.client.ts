import { randomUUID } from 'node:crypto';

/** What an address of the HTTP contract answered. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Members every answer of interest may have; which are there depends on the address. */
export interface CaseAnswer {
  readonly caseId: string;
  readonly seq: number;
  readonly state: string;
  readonly now: string;
  readonly code?: string;
  readonly detail?: string;
}

/** One person's way into a running Reinstate. */
export class HttpClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  get<T = CaseAnswer>(path: string): Promise<Answer<T>> {
    return this.ask<T>('GET', path);
  }

  /** @param key the Idempotency-Key; to be given where the same request is sent again. */
  post<T = CaseAnswer>(path: string, body: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return this.ask<T>('POST', path, { body: JSON.stringify(body), headers });
  }

  upload<T = CaseAnswer>(path: string, bytes: Uint8Array<ArrayBuffer>, name: string, type: string): Promise<Answer<T>> {
    const body = new FormData();
    body.set('file', new Blob([bytes], { type }), name);
    return this.ask<T>('POST', path, { body });
  }

  private async ask<T>(method: string, path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const headers = { 'idempotency-key': randomUUID(), ...init.headers, authorization: `Bearer ${this.token}` };
    const response = await fetch(this.url + path, { ...init, method, headers });
    return { status: response.status, body: (await response.json()) as T };
  }
}
