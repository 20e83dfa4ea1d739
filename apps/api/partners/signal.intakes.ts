import { Injectable } from '@nestjs/common';
import { NonceUsed } from '#database';
import type { Answer } from '../requests/answer.js';
import type { PartnerIdentity } from './partner.identity.js';
import { SignalKeeper } from './signal.keeper.js';
import type { SignalAnswer } from './signal.schema.js';
import { readIncoming, UnreadableSignal, type PlainMessage } from './signal.reader.js';
import { SignalService } from './signal.service.js';
import { replayedProblem } from './signature.problem.js';

/** Genuine messages of the plain API, from their bytes on. */
@Injectable()
export class SignalIntakes {
  constructor(
    private readonly signals: SignalService,
    private readonly keeper: SignalKeeper,
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
      return await this.signals.take(readIncoming(partner, message), answerAtOnce);
    } catch (error) {
      if (!(error instanceof UnreadableSignal)) throw error;
      await this.keeper.malformed(error.received);
      throw error.problem;
    }
  }

  statusOf({ code }: PartnerIdentity, signalId: string): Promise<SignalAnswer> {
    return this.signals.statusOf(code, signalId);
  }
}
