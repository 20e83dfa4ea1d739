import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CaseStore, RefusalStore, type AnsweredRefusal } from '#database';
import { COMMANDS, decide, hashOf, type Command, type CommandName } from '#model';
import { seesInstitution, type CallerIdentity } from '../auth/caller.js';
import { CASE_ID_PATTERN } from '../cases/case-id.js';
import { caseNow, rulesFor } from '../cases/case.view.js';
import { audited } from './audited.js';

const isCommand = (name: unknown): name is CommandName => typeof name === 'string' && Object.hasOwn(COMMANDS, name);

/**
 * Records that somebody without the role tried to change a case (api.md §7). No refusal is answered that is not in the
 * ledger: where it cannot be written the caller gets 503.
 */
@Injectable()
export class RoleRefusals {
  constructor(
    private readonly cases: CaseStore,
    private readonly refusals: RefusalStore,
  ) {}

  /** Records a request refused before it was read, where it is a mutation. */
  async record(request: FastifyRequest, caller: CallerIdentity): Promise<void> {
    if (request.method === 'GET') return;
    const caseId: unknown = Reflect.get(Object(request.params), 'id');
    const name: unknown = Reflect.get(Object(request.body), 'command');
    const address = typeof caseId === 'string' ? caseId : '';
    await this.recordCommand(address, isCommand(name) ? name : undefined, caller, request.id);
  }

  /**
   * Records that a caller holds none of a command's roles. The rules look at type and roles before all else, so the
   * command is kept without its fields: deciding it again gives the same code.
   * @throws Problem `dependency.unavailable` when it cannot be written down.
   */
  recordCommand(
    caseId: string,
    name: CommandName | undefined,
    caller: CallerIdentity,
    requestId: string,
  ): Promise<void> {
    return audited('The refusal ledger', this.keep(caseId, name, caller, requestId));
  }

  private async keep(
    caseId: string,
    name: CommandName | undefined,
    caller: CallerIdentity,
    requestId: string,
  ): Promise<void> {
    const held = CASE_ID_PATTERN.test(caseId) ? await this.cases.caseOf(caseId) : undefined;
    const { id, roles } = caller;
    const refused: AnsweredRefusal = { code: 'auth.role', actorId: id, actorRoles: roles, requestId, row: null };
    // What reached no case of the caller's is kept without one.
    if (!held || !seesInstitution(caller, held.case.institutionCode)) return this.refusals.add(refused);
    if (name === undefined) return this.refusals.add({ ...refused, caseId });
    const command = { type: name, fields: {}, by: { id, roles }, requestId } as unknown as Command;
    const now = caseNow(held.case);
    const decision = decide(held.case, command, { now, rules: rulesFor(held.case) });
    const proof =
      'refusal' in decision && decision.refusal.code === 'auth.role'
        ? { ...provenBy(held), row: decision.refusal.row, now, command }
        : {};
    await this.refusals.add({ ...refused, caseId, ...proof });
  }
}

type Held = NonNullable<Awaited<ReturnType<CaseStore['caseOf']>>>;

/** The state a refusal was decided on, so that anybody can decide it again. */
const provenBy = ({ case: current, head }: Held) => ({
  seq: current.seq,
  stateHash: hashOf(current),
  chainHead: head.hash,
  policyVersion: current.policyVersion,
  calendarVersion: current.calendarVersion,
  rulesRevision: current.rulesRevision,
});
