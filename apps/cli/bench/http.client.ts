import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';

/** What an address of the HTTP contract answered. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  /** How long to wait before the same request is sent again, where it says so. */
  readonly retryAfterMs: number;
}

/** Members every answer of interest has. */
export interface CaseAnswer {
  readonly caseId: string;
}

/** Connections are kept: the person's browser or system keeps its own, too. */
const KEPT = new Agent({ keepAlive: true });

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
    const sending = request(this.url + path, { method: 'POST', headers, agent: KEPT });
    sending.end(JSON.stringify(body));
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    const retryAfterMs = Number(answer.headers['retry-after'] ?? 0) * 1000;
    return { status: answer.statusCode ?? 0, body: (await json(answer)) as T, retryAfterMs };
  }
}
