import { fromCanonical, type BundleFiles } from './bundle-files.js';
import type { Findings } from './findings.js';
import { decisionOf, type TwoPersonAct } from './four-eyes.js';
import { textSha256, type RefusalProof } from './refusal-proof.js';
import type { CheckedLife } from './verify-chain.js';
import type { LogWitness } from './verify-log.js';
import type { BundledRules } from './verify-parts.js';
import { redecided, redecidedRefusal } from './verify-rules.js';

/** How many refusals the rules, asked again, give once more, and how many they were not what refused. */
export interface RefusalCount {
  readonly proven: number;
  readonly undecidable: number;
}

/** Each refusal is the one the log was shown, none is left out, and the rules say the same again. */
export function checkRefusals(
  files: BundleFiles,
  life: CheckedLife,
  { witness, rules }: { readonly witness: LogWitness; readonly rules: BundledRules },
  findings: Findings,
): RefusalCount {
  const lines = files.lines('refusals.ndjson', 'refusals');
  const counts = { PROVEN: 0, UNDECIDABLE: 0, WRONG: 0 };
  for (const [place, { refusalId, seq, sha256 }] of witness.refused.entries()) {
    findings.looked('refusals');
    const where = { file: 'refusals.ndjson', ...(seq !== undefined && { seq }) };
    const line = lines[place];
    if (line === undefined || textSha256(line) !== sha256) {
      findings.add('refusals', `refusal ${refusalId} is not the one the log was shown`, where);
      continue;
    }
    findings.guard('refusals', where, () => {
      const verdict = redecidedRefusal(fromCanonical(line) as RefusalProof, life.states, (current) =>
        rules.of(current.policyVersion, current.calendarVersion),
      );
      counts[verdict.kind]++;
      if (verdict.kind === 'WRONG' && life.whole)
        findings.add('refusals', `refusal ${refusalId}: ${verdict.why}`, where);
    });
  }
  if (lines.length > witness.refused.length) {
    findings.add('refusals', 'there are more refusals than the log was shown', { file: 'refusals.ndjson' });
  }
  return { proven: counts.PROVEN, undecidable: counts.UNDECIDABLE };
}

/** Every event is what the rules, asked again, give: it was allowed, and nothing else came of it. */
export function checkRules(life: CheckedLife, rules: BundledRules, findings: Findings): void {
  for (const [place, event] of life.events.entries()) {
    const { seq } = event;
    const before = life.states[place - 1];
    const bound = rules.of(event.policyVersion, (before ?? life.states[place])?.calendarVersion ?? '');
    findings.looked('rules');
    const fault = bound
      ? findings.guard('rules', { seq }, () => redecided(before, event, bound))
      : 'its rules are missing';
    if (fault !== undefined) findings.add('rules', `event ${seq}, ${event.type}: ${fault}`, { seq });
  }
}

/** Every decision is the act of two persons on one evidence. */
export function checkFourEyes(life: CheckedLife, findings: Findings): readonly TwoPersonAct[] {
  const decisions = life.events.flatMap((event, place) => {
    const before = life.states[place - 1];
    return before ? (findings.guard('four-eyes', { seq: event.seq }, () => decisionOf(before, event)) ?? []) : [];
  });
  findings.looked('four-eyes', decisions.length);
  for (const { seq, command, fault } of decisions) {
    if (fault !== null) findings.add('four-eyes', `event ${seq}, ${command}: ${fault}`, { seq });
  }
  return decisions;
}
