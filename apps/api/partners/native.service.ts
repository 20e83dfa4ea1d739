import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Config } from '#config';
import {
  isProblem,
  isRefused,
  PROFILES,
  type MerchantDirectory,
  type NativeAnswer,
  type NativeSignals,
  type Outcome,
  type PartnerProfile,
  type RawRequest,
} from '#partner';
import { RateLimits } from '../auth/rate.limits.js';
import { Problem } from '../problem/problem.js';
import { problemOf } from '../problem/problem-of.js';
import { CONFIG } from '../settings.js';
import type { PartnerIdentity } from './partner.identity.js';
import { PartnerKeys } from './partner.keys.js';
import { signatureProblem } from './signature.problem.js';
import { nativeIncoming } from './signal.reader.js';
import { SignalService } from './signal.service.js';

/** What is answered, with headers that mean the same to every partner, such as Retry-After. */
type Answered = NativeAnswer & { readonly headers: Problem['headers'] };

const TAKEN: Outcome = { status: 200, code: 'SUCCESS' };

/** Messages in partners' own formats: opened by the profile, then signals like any other. */
@Injectable()
export class NativeService {
  private readonly directory: MerchantDirectory;

  constructor(
    private readonly keys: PartnerKeys,
    private readonly signals: SignalService,
    private readonly limits: RateLimits,
    @Inject(CONFIG) { CHANNEL_MERCHANTS }: Config,
  ) {
    this.directory = (theirNo) => CHANNEL_MERCHANTS[theirNo];
  }

  /**
   * Takes a message.
   * @returns an answer in the partner's form, of a failure too.
   * @throws Problem `route.not-found` for a profile that does not exist.
   */
  async take(name: string, raw: RawRequest, request: FastifyRequest): Promise<Answered> {
    const profile = Object.hasOwn(PROFILES, name) ? PROFILES[name] : undefined;
    if (!profile) throw new Problem('route.not-found', { detail: `There is no profile ${name}.` });
    try {
      return { ...profile.answer(await this.outcomeOf(profile, raw, request)), headers: {} };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500)
        request.log.warn({ code: problem.code, profile: name }, 'a native message was not taken');
      return { ...profile.answer({ status: problem.status, code: problem.code }), headers: problem.headers };
    }
  }

  private async outcomeOf(profile: PartnerProfile, raw: RawRequest, request: FastifyRequest): Promise<Outcome> {
    const verified = profile.verify(raw, await this.keys.of(profile.code), new Date().toISOString());
    if (isRefused(verified)) throw signatureProblem(request, verified);
    const partner = await this.keys.identityOf(profile.code);
    if (!partner) throw new Problem('signature.invalid', { detail: 'The partner of this profile is not registered.' });
    await this.limits.partner.spend(partner.code);
    if (verified.nonce !== undefined) await this.keys.useNonce(partner.code, verified.nonce);
    const read = profile.toSignals(verified.content, this.directory);
    if (isProblem(read)) return { status: 400, code: read.problem };
    return this.takeAll(partner, read);
  }

  /** What is kept was taken, whatever the rules made of it; the first that could not be kept is said. */
  private async takeAll(partner: PartnerIdentity, { signals, findings }: NativeSignals): Promise<Outcome> {
    for (const signal of signals) {
      const { status, body } = await this.signals.take(nativeIncoming(partner, signal, findings), false);
      if (status >= 400) return { status, code: (body as { readonly code: string }).code };
    }
    return TAKEN;
  }
}
