import { randomUUID } from 'node:crypto';

/** What an address of the HTTP contract answered. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Members every answer of interest has. */
export interface CaseAnswer {
  readonly caseId: string;
}

/** One person's way into a running Reinstate, with nothing in it that could take time. */
export class HttpClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** @param key the Idempotency-Key; to be given where the same request is sent again. */
  async post<T = CaseAnswer>(path: string, body: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      authorization: `Bearer ${this.token}`,
    };
    const response = await fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as T };
  }
}
