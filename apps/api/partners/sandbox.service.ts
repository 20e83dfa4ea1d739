import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Case, StaffRole } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { caseNow } from '../cases/case.view.js';
import { advanceOrder } from '../cases/clock.advance.js';
import { CommandRunner } from '../cases/command.runner.js';
import { checked } from '../problem/checked.js';
import { Problem } from '../problem/problem.js';
import type { Answer } from '../requests/answer.js';
import { requestHash, type OnceRequest } from '../requests/once.js';
import { PartnerCaseService } from './partner-case.service.js';
import type { PartnerIdentity } from './partner.identity.js';
import { sandboxScript } from './sandbox.schema.js';
import { nextStep, type SandboxStep } from './sandbox.steps.js';

/** More steps than any way through the rules has without another's turn. */
const MOST_STEPS = 60;
const PLAY_FOR_MS = 4_000;

/** Lets a partner's tests live a case in seconds: everybody they have no credentials for acts by a script. */
@Injectable()
export class SandboxService {
  constructor(
    private readonly cases: PartnerCaseService,
    private readonly commands: CommandRunner,
  ) {}

  /** Moves the clock of a sandbox case. @throws Problem `sandbox.only` for a real case. */
  async advance(partner: PartnerIdentity, caseId: string, body: unknown): Promise<Answer> {
    await this.sandboxCase(partner, caseId);
    return this.commands.run(onceOf(partner, 'LEAD'), advanceOrder(caseId, body));
  }

  /** Does what institution and network do next by the script, until it is another's turn or the time is up. */
  async play(partner: PartnerIdentity, caseId: string, body: unknown) {
    const script = checked(sandboxScript, body ?? {}, Object.keys(sandboxScript.shape));
    const done: { command: string; by: string }[] = [];
    const until = Date.now() + PLAY_FOR_MS;
    let current = await this.sandboxCase(partner, caseId);
    while (done.length < MOST_STEPS && Date.now() < until) {
      const next = nextStep(current, script, caseNow(current));
      if (!next) break;
      for (const role of next.by) await this.act(partner, caseId, next, role);
      done.push({ command: next.command, by: next.by.join('+') });
      current = await this.sandboxCase(partner, caseId);
    }
    return { caseId, seq: current.seq, state: current.state, done };
  }

  private async act(partner: PartnerIdentity, caseId: string, { command, values }: SandboxStep, role: StaffRole) {
    const order = { caseId, type: command, values, mustBeRecorded: true };
    const answer = await this.commands.run(onceOf(partner, role), order);
    if (!answer.isProblem) return;
    const { code, detail } = answer.body as { readonly code: Problem['code']; readonly detail?: string };
    throw new Problem(code, { detail: `The script stops at ${command}: ${detail ?? code}` });
  }

  private async sandboxCase(partner: PartnerIdentity, caseId: string): Promise<Case> {
    const current = await this.cases.owned(partner, caseId);
    if (current.sandbox && partner.sandbox) return current;
    throw new Problem('sandbox.only', {
      detail: 'Only a sandbox case can be played, by a partner with the right to the sandbox.',
      detailZh: '仅沙箱案件可由具备沙箱权限的合作方推演。',
    });
  }
}

/** Somebody of the institution whom the sandbox of a partner stands in for; one person for each role. */
const standIn = ({ code }: PartnerIdentity, role: StaffRole): CallerIdentity => ({
  id: `sandbox:${code}:${role}`,
  name: `sandbox ${role}`,
  roles: [role],
  institutions: ['*'],
  sandbox: true,
});

function onceOf(partner: PartnerIdentity, role: StaffRole): OnceRequest {
  const key = randomUUID();
  const route = `SANDBOX ${key}`;
  return { caller: standIn(partner, role), key, route, bodyHash: requestHash(route, null) };
}
