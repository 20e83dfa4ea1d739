import { Injectable } from '@nestjs/common';
import { NonceUsed } from '#database';
import { routeOf } from '#partner';
import type { Answer } from '../requests/answer.js';
import type { PartnerIdentity } from './partner.identity.js';
import { PartnerKeys } from './partner.keys.js';
import { SignalKeeper, type IncomingSignal } from './signal.keeper.js';
import type { SignalAnswer } from './signal.schema.js';
import { readIncoming, UnreadableSignal, type PlainMessage } from './signal.reader.js';
import { SignalService } from './signal.service.js';
import { replayedProblem } from './signature.problem.js';

/** Longer messages would be too many bytes where many are kept together. */
const SHORT_BYTES = 64 * 1024;

const isShort = ({ bytes }: PlainMessage): boolean => bytes.length <= SHORT_BYTES;

/** Genuine messages of the plain API, from their bytes on. */
@Injectable()
export class SignalIntakes {
  constructor(
    private readonly signals: SignalService,
    private readonly keeper: SignalKeeper,
    private readonly keys: PartnerKeys,
  ) {}

  /**
   * @throws Problem `request.invalid`, with what was sent kept, `signature.replayed`, and those of
   * {@link SignalService.take}.
   */
  async plain(partner: PartnerIdentity, message: PlainMessage, answerAtOnce: boolean): Promise<Answer> {
    try {
      return await this.taken(partner, message, answerAtOnce);
    } catch (error) {
      throw error instanceof NonceUsed ? replayedProblem() : error;
    }
  }

  private async taken(partner: PartnerIdentity, message: PlainMessage, answerAtOnce: boolean): Promise<Answer> {
    try {
      const incoming = await this.heard(readIncoming(partner, message), answerAtOnce && isShort(message));
      return await this.signals.take(incoming, answerAtOnce);
    } catch (error) {
      if (!(error instanceof UnreadableSignal)) throw error;
      await this.keeper.malformed(error.received);
      throw error.problem;
    }
  }

  /**
   * What is kept in a transaction with more uses its nonce up before: whoever repeats it is told so at once and does not
   * wait for that. A short fact nobody waits for is kept in one statement, its nonce with it.
   */
  private async heard(incoming: IncomingSignal, isHurried: boolean): Promise<IncomingSignal> {
    const { nonce, ...received } = incoming.received;
    const isLight = isHurried && routeOf(incoming.signal) === 'FACTS';
    if (nonce === undefined || isLight) return { ...incoming, isLight };
    await this.keys.useNonce(received.partner, nonce);
    return { ...incoming, received };
  }

  statusOf({ code }: PartnerIdentity, signalId: string): Promise<SignalAnswer> {
    return this.signals.statusOf(code, signalId);
  }
}
