import type { DataSource } from 'typeorm';
import type { ChainHead } from '#audit';
import type { Asks } from './clock.js';
import * as sql from './watch.sql.js';
import type { Freeze, FreezeCause, ResumeProposal, SeenRun, WatchedCase } from './watch.types.js';

/** A case with activity so recently has a run. */
const QUIET_MS = 10_000;

const bytesOf = ({ hash }: ChainHead): Buffer => Buffer.from(hash, 'hex');

/** Whether each open case still has the run it ought to have, and which cases are frozen because theirs has not. */
export class WatchStore {
  constructor(private readonly database: DataSource) {}

  /** Cases not looked at for so long, the longest unseen first. */
  async due(unseenMs: number, limit: number): Promise<WatchedCase[]> {
    const rows = await this.database.query<sql.DueRow[]>(sql.DUE, [unseenMs, QUIET_MS, limit]);
    return rows.map(sql.watchedCase);
  }

  /** The case has its run: it is frozen no longer. */
  async inOrder(caseId: string, { runId, historyLength, head }: SeenRun): Promise<void> {
    await this.database.query(sql.IN_ORDER, [caseId, head.seq, bytesOf(head), runId, historyLength]);
  }

  /** Nothing could be found out about the case; others go first next time. */
  async lookedAt(caseId: string, head: ChainHead): Promise<void> {
    await this.database.query(sql.LOOKED_AT, [caseId, head.seq, bytesOf(head)]);
  }

  /**
   * Freezes a case, or finds it frozen.
   * @param head where the record ended before its run was looked at.
   * @returns undefined where the record has moved since: then the case has a run.
   */
  async freeze(caseId: string, head: ChainHead, cause: FreezeCause): Promise<Freeze | undefined> {
    const frozen = await this.database.query<unknown[]>(sql.FREEZE, [caseId, head.seq, bytesOf(head), cause]);
    return frozen.length === 0 ? undefined : this.freezeOf(caseId);
  }

  /** Why a case is frozen; undefined while it is not. */
  async freezeOf(caseId: string): Promise<Freeze | undefined> {
    const [row] = await this.database.query<sql.FreezeRow[]>(sql.FREEZE_OF, [caseId]);
    return (row && sql.freezeOf(row)) ?? undefined;
  }

  /**
   * Keeps that a person wants a frozen case started again from this head, unless somebody has said so before.
   * @returns the freeze with the proposal that stands; undefined when the case is no longer frozen there.
   */
  async propose(
    caseId: string,
    head: ChainHead,
    { by, as, requestId }: Omit<ResumeProposal, 'at'>,
  ): Promise<(Freeze & { readonly proposal: ResumeProposal }) | undefined> {
    await this.database.query(sql.PROPOSE, [caseId, head.seq, bytesOf(head), by, as, requestId]);
    const freeze = await this.freezeOf(caseId);
    if (!freeze?.proposal || freeze.head.hash !== head.hash) return undefined;
    return { ...freeze, proposal: freeze.proposal };
  }

  /** The case was started again. */
  async thaw(asks: Asks, caseId: string): Promise<void> {
    await asks.query(sql.THAW, [caseId]);
  }
}
