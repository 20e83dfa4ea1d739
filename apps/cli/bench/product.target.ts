import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseAnswer, HttpClient } from './http.client.js';
import { newNotice, OPENING, REMAINDER, type PersonMessage } from './product.messages.js';
import { BenchFailed, timed, type Exchange, type Parts, type Target } from './target.js';

/** The people who send the messages, each with a token of their own. */
type Senders = Readonly<Record<PersonMessage['by'], HttpClient>>;

/** A run that has ended is archived within 2 s. */
const PUTS_OFF_MS = 2_700;
const TRIES = 5;

/**
 * Sends a message until it is answered.
 * @throws BenchFailed when it is refused.
 */
async function posted(client: HttpClient, path: string, body: object): Promise<CaseAnswer> {
  const key = randomUUID();
  for (let tries = 1; ; tries += 1) {
    const { status, body: answer, retryAfterMs } = await client.post(path, body, key);
    if (status < 300) return answer;
    // Under strain a case may not answer in time; the contract wants the same request sent again, in a moment.
    if (status !== 503 || tries === TRIES)
      throw new BenchFailed(`the api answered ${status}: ${JSON.stringify(answer)}`);
    await sleep(retryAfterMs);
  }
}

/** The whole product, as its users reach it: HTTP, tokens, idempotency keys, rules, chain, record. */
export class ProductTarget implements Target {
  readonly name = 'product';
  readonly putsOffMs = PUTS_OFF_MS;
  /** Every case it has run to its end, oldest first. */
  readonly caseIds: string[] = [];

  constructor(
    readonly parts: Parts,
    private readonly senders: Senders,
  ) {}

  async runCase(): Promise<readonly number[]> {
    const opened = await this.openCase();
    const rest = await this.send(opened.caseId, REMAINDER);
    this.caseIds.push(opened.caseId);
    return [...opened.messageMs, ...rest];
  }

  /** A case up to where it waits for papers. */
  async openCase(): Promise<{ readonly caseId: string; readonly messageMs: readonly number[] }> {
    const [firstMs, { caseId }] = await timed(() => this.post('intake', '/api/v1/notices', newNotice()));
    return { caseId, messageMs: [firstMs, ...(await this.send(caseId, OPENING))] };
  }

  /** The messages of one case with the sizes of their answers. */
  async sample(): Promise<readonly Exchange[]> {
    const notice = newNotice();
    const first = await this.post('intake', '/api/v1/notices', notice);
    const exchanges = [exchangeOf(notice, first)];
    for (const { by, body } of [...OPENING, ...REMAINDER]) {
      exchanges.push(exchangeOf(body, await this.post(by, commandsOf(first.caseId), body)));
    }
    return exchanges;
  }

  private async send(caseId: string, messages: readonly PersonMessage[]): Promise<readonly number[]> {
    const taken: number[] = [];
    for (const { by, body } of messages) taken.push((await timed(() => this.post(by, commandsOf(caseId), body)))[0]);
    return taken;
  }

  private post(by: PersonMessage['by'], path: string, body: object): Promise<CaseAnswer> {
    return posted(this.senders[by], path, body);
  }
}

const commandsOf = (caseId: string): string => `/api/v1/cases/${caseId}/commands`;

const exchangeOf = (body: object, answer: CaseAnswer): Exchange => ({
  body: JSON.stringify(body),
  answerBytes: Buffer.byteLength(JSON.stringify(answer)),
});
