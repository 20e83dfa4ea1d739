import type { Command } from 'commander';
import { calendarProblems, CALENDARS, diffPolicies, POLICIES, policyProblems, RELEASES, type Policy } from '#model';
import { differenceWords, simulationWords } from './policy.print.js';
import { simulateRecorded } from './policy.simulate.js';

const asJson = ['--json', 'one JSON object instead of words'] as const;
type Format = { readonly json?: boolean };

/** There is no such policy; the message names those there are. */
export class UnknownPolicy extends Error {
  constructor(version: string) {
    super(`There is no policy ${version}; there are ${Object.keys(POLICIES).join(', ')}.`);
    this.name = 'UnknownPolicy';
  }
}

/** Adds `policy check`, `policy diff` and `policy simulate`; each ends with 0 whenever it ran, whatever it found. */
export function registerPolicy(program: Command): void {
  const policy = program
    .command('policy')
    .description('Look through policies, compare them, try one on recorded cases');
  policy
    .command('check')
    .description('Every fault of every released policy and calendar')
    .option(...asJson)
    .action(({ json }: Format) => print(json, checked(), checkedWords));
  policy
    .command('diff')
    .description('What has changed from one policy to another')
    .argument('<from>')
    .argument('<to>')
    .option(...asJson)
    .action((from: string, to: string, { json }: Format) => {
      const differences = diffPolicies(policyOf(from), policyOf(to));
      print(json, { from, to, differences }, () => [
        `${from} → ${to}: ${differences.length} differences`,
        ...differences.flatMap(differenceWords),
      ]);
    });
  policy
    .command('simulate')
    .description('Which recorded cases would have gone otherwise under a policy, and why')
    .argument('<version>')
    .option('--database-url <url>', 'the record to read; that of the running stack unless said')
    .option('--case <ids...>', 'these cases only')
    .option(...asJson)
    .action(async (version: string, { json, databaseUrl, case: cases }: SimulateOptions) =>
      print(json, await simulateRecorded(policyOf(version), { databaseUrl, cases }), simulationWords),
    );
}

interface SimulateOptions extends Format {
  readonly databaseUrl?: string;
  readonly case?: readonly string[];
}

/**
 * A released policy.
 * @throws UnknownPolicy.
 */
export function policyOf(version: string): Policy {
  const policy = Object.hasOwn(POLICIES, version) ? POLICIES[version] : undefined;
  if (!policy) throw new UnknownPolicy(version);
  return policy;
}

/** What is found in each released table. */
export const checked = () => ({
  policies: RELEASES.map(({ policy, opensFrom }) => ({
    version: policy.version,
    opensFrom,
    mandatoryFrom: policy.mandatoryFrom,
    rows: policy.transitions.length,
    problems: policyProblems(policy),
  })),
  calendars: Object.values(CALENDARS).map((calendar) => ({
    version: calendar.version,
    problems: calendarProblems(calendar),
  })),
});

function checkedWords({ policies, calendars }: ReturnType<typeof checked>): readonly string[] {
  const found = (problems: readonly string[]) => (problems.length === 0 ? 'no fault' : `${problems.length} faults`);
  const mark = (problems: readonly string[]) => (problems.length === 0 ? '✓' : '✗');
  return [
    ...policies.flatMap(({ version, opensFrom, rows, problems }) => [
      `${mark(problems)} policy ${version}: ${found(problems)}, ${rows} rows, opens cases from ${opensFrom}`,
      ...problems.map((problem) => `    ${problem}`),
    ]),
    ...calendars.flatMap(({ version, problems }) => [
      `${mark(problems)} calendar ${version}: ${found(problems)}`,
      ...problems.map((problem) => `    ${problem}`),
    ]),
  ];
}

function print<T>(json: boolean | undefined, result: T, wordsOf: (result: T) => readonly string[]): void {
  process.stdout.write(`${json ? JSON.stringify(result) : wordsOf(result).join('\n')}\n`);
}
