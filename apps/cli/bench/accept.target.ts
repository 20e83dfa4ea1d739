import { randomUUID } from 'node:crypto';
import type { Outgoing, PartnerSimulator } from '../partner.simulator.js';
import { BenchFailed, MESSAGES_A_CASE, timed, type Parts, type Target } from './target.js';

const SIGNALS = '/partner/v1/signals';

/**
 * Partners' signals until they are kept: signed, checked, in the inbox, answered 202. They are about a notice that has
 * not come yet, so that nothing of what follows for a case is in the figures: that is what the product's are for.
 */
export class AcceptTarget implements Target {
  readonly name = 'accept';
  readonly putsOffMs = 0;
  private readonly signed: Outgoing[] = [];

  constructor(
    readonly parts: Parts,
    private readonly partner: PartnerSimulator,
  ) {}

  /** Signing is the partner's work, and takes longer than checking: it is done before time is taken. */
  prepare(cases: number): void {
    while (this.signed.length < cases * MESSAGES_A_CASE) this.signed.push(this.newSignal());
  }

  async runCase(): Promise<readonly number[]> {
    const taken: number[] = [];
    for (let sent = 0; sent < MESSAGES_A_CASE; sent += 1) {
      const signal = this.signed.pop() ?? this.newSignal();
      const [ms, { status, body }] = await timed(() => this.partner.send(signal));
      if (status !== 202) throw new BenchFailed(`a signal was answered ${status}: ${body}`);
      taken.push(ms);
    }
    return taken;
  }

  private newSignal(): Outgoing {
    const { method, path, headers, body } = this.partner.plain('POST', SIGNALS, newSignal());
    return { method, path, headers: { ...headers, prefer: 'respond-async' }, body };
  }
}

/** A report of the merchant about a notice nobody knows yet. */
export const newSignal = (): object => ({
  signalId: `bench-${randomUUID()}`,
  eventType: 'MERCHANT.COMPLAINED',
  occurredAt: new Date().toISOString(),
  noticeNo: `BENCH-LATER-${randomUUID()}`,
  subject: { merchantNo: '822290073920001', authorisationRef: 'A-1' },
  payload: { text: '商户来电说明交易为设备批发款,将补充购销合同与送货单。' },
});
