import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NeighbourStore } from '#database';
import { PRE_DECISION_STATES, restricted, type Case, type CommandName, type Observed } from '#model';

/** What a command's rule must know of other cases, and at its opening of the merchant's channel. */
export type Observations = Omit<Observed, 'at'>;

/** Reads what a rule cannot look up itself; the rule decides on what was read, so it goes with the command (design §5). */
@Injectable()
export class CommandObserver {
  constructor(private readonly neighbours: NeighbourStore) {}

  /** @param manager of the transaction that stores the request. */
  async observe(
    manager: EntityManager,
    current: Case,
    type: CommandName,
    values: Readonly<Record<string, unknown>>,
  ): Promise<Observations> {
    if (type === 'MERGE_INTO') return this.target(manager, current, String(values['targetCaseId']));
    if (type === 'CLASSIFY' || type === 'RECLASSIFY') return this.accountChange(manager, current, values);
    if (type === 'START_REINSTATE' && !current.sandbox) return this.blocking(manager, current);
    return {};
  }

  /** A case of another institution is not to be seen, and practice and earnest are not mixed. */
  private async target(manager: EntityManager, current: Case, targetCaseId: string): Promise<Observations> {
    const found = await this.neighbours.mergeTarget(manager, targetCaseId);
    if (!found || found.institutionCode !== current.institutionCode || found.sandbox !== current.sandbox) return {};
    const { caseId, open, merchantNo, state, reasons } = found;
    const decided = !PRE_DECISION_STATES.includes(state) && { decidedFor: reasons };
    return { target: { caseId, open, merchantNo, ...decided } };
  }

  private async accountChange(
    manager: EntityManager,
    current: Case,
    { reasonCodes }: Readonly<Record<string, unknown>>,
  ): Promise<Observations> {
    if (!Array.isArray(reasonCodes) || !reasonCodes.includes('SETTLEMENT_ACCOUNT_ABNORMAL')) return {};
    const accountChange = await this.neighbours.accountChange(manager, current);
    return accountChange ? { accountChange } : {};
  }

  private async blocking(manager: EntityManager, current: Case): Promise<Observations> {
    const ours = new Set(itemIdsOf(restricted(current)));
    const others = await this.neighbours.openBeside(manager, current);
    const holding = others.filter((other) => itemIdsOf(restricted(other)).some((itemId) => ours.has(itemId)));
    return holding.length === 0 ? {} : { blockingCases: holding.map(({ caseId }) => caseId) };
  }
}

const itemIdsOf = (items: Case['scope']): readonly string[] => items.map(({ itemId }) => itemId);
