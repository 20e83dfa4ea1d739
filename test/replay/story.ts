import { evidenceHash, type CommandName, type FieldsOf, type Role, type State } from '#model';
import type { EngineCase } from '../support/engine.js';

/** A life worth keeping: the notice it opens with, and what happens until one step beyond what it proves. */
export interface Story {
  readonly notice?: Partial<FieldsOf<'NOTICE_INGESTED'>>;
  /** How the merchant's channel takes messages; at once where nothing is said. */
  readonly delivery?: EngineCase['delivery'];
  /** Its runs change after so many history events. */
  readonly eventCap?: number;
  readonly tell: (subject: EngineCase) => Promise<unknown>;
  /** Where it must have come to, or it is not the life it is called. */
  readonly ends: State;
  /** In how many runs it must have been lived at least; one where nothing is said. */
  readonly runs?: number;
}

export type Stories = Readonly<Record<string, Story>>;

export const words = { textId: 'text_1', commitment: 'c'.repeat(64) };
export const reason = { reason: words };

export const evidence = async (subject: EngineCase): Promise<{ readonly evidenceHash: string }> => ({
  evidenceHash: evidenceHash((await subject.snapshot()).case),
});

export const advance = (subject: EngineCase, by: string): Promise<unknown> =>
  subject.done('LEAD', 'ADVANCE_CLOCK', { by });

/** Both say the same; the first only proposes. */
export async function both<N extends CommandName>(
  subject: EngineCase,
  [first, second]: readonly [Role, Role],
  type: N,
  fields: FieldsOf<N>,
): Promise<void> {
  await subject.done(first, type, fields);
  await subject.done(second, type, fields, { id: `person:${second.toLowerCase()}2` });
}

/** From the notice to the checklist, or to waiting for the service. */
export async function triaged(subject: EngineCase): Promise<void> {
  await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
  const { reasons } = (await subject.snapshot()).case;
  await subject.done('INTAKE', 'CLASSIFY', { reasonCodes: reasons.map(({ code }) => code) });
}

/** From the review to our decision. */
export async function decided(subject: EngineCase): Promise<void> {
  await subject.done('REVIEWER', 'RECOMMEND', { opinion: 'APPROVE', reason: words, ...(await evidence(subject)) });
  await subject.done('SENIOR_REVIEWER', 'APPROVE', await evidence(subject));
}

/** Every item ordered to be restored is. */
export async function restored(subject: EngineCase): Promise<void> {
  for (const { itemId, status } of (await subject.snapshot()).case.scope)
    if (status === 'RESTORE_REQUESTED') await subject.done('OPS', 'ITEM_RESTORED', { itemId });
}

/** From the decision to the end of the follow-up. */
export async function reinstated(subject: EngineCase): Promise<void> {
  await subject.done('OPS', 'START_REINSTATE', {});
  await restored(subject);
  await advance(subject, 'P200D');
}

/** From the checklist to the end of the follow-up. */
export async function appliedAndReinstated(subject: EngineCase): Promise<void> {
  await subject.apply();
  await decided(subject);
  await reinstated(subject);
}

/** Something a partner or the engine says has happened, now. */
export async function factOf<N extends CommandName>(
  subject: EngineCase,
  factId: string,
  command: N,
  fields: FieldsOf<N>,
  by: { readonly id: string; readonly roles: readonly Role[] } = { id: 'partner:lakala', roles: ['PARTNER'] },
): Promise<void> {
  const at = (await subject.snapshot()).now;
  await subject.tell({ factId, command, fields, by, occurredAt: at, acceptedAt: at });
}
