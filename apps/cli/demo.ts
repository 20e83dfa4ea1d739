import type { Command } from 'commander';
import { reinstateClient, type Schemas } from '#client';
import { answerOf } from './demo.answer.js';
import { DemoStory, type Listener, type People } from './demo.story.js';
import { printForecast, printTimeline } from './demo.print.js';
import { anyStack, type RunningStack } from './own-stack.js';
import { tokenOf } from './token.js';

const USERS = ['intake', 'intake2', 'reviewer', 'senior', 'senior2', 'ops', 'lead', 'auditor'] as const;
const DAY_MS = 86_400_000;

type Replay = Pick<Schemas['ReplayVerdict'], 'deterministic' | 'matchesRecord' | 'chainVerified'>;

/** Adds `demo`. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('Take one case from a notice to its closing, on the running stack or one of its own')
    .option('--json', 'one JSON object on the last line instead of words')
    .action(async ({ json = false }: { json?: boolean }) => {
      const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);
      const stack = await anyStack(say);
      try {
        process.exitCode = (await demonstrate(stack, say, json)) ? 0 : 1;
      } finally {
        await stack.leave();
      }
    });
}

/** Everybody who takes part, each with a token of their own. */
export async function peopleOf({ url, home }: RunningStack): Promise<People> {
  const clients = USERS.map(async (user) => [user, reinstateClient(url, await tokenOf(user, home))] as const);
  return Object.fromEntries(await Promise.all(clients)) as People;
}

async function demonstrate(stack: RunningStack, say: (line: string) => void, json: boolean): Promise<boolean> {
  const startedMs = Date.now();
  const people = await peopleOf(stack);
  const listener: Listener = {
    step: (words) => say(`  ✓ ${words}`),
    refused: (words, code) => say(`  ✗ ${words}: refused as it should be, ${code}`),
    lookAhead: (caseId) => printForecast(people.reviewer, caseId, say),
  };
  const story = new DemoStory(people, listener);
  await story.tell();
  const params = { path: { id: story.caseId } };
  const replay = answerOf(await people.auditor.POST('/audit/v1/cases/{id}/replay', { params }));
  const events = await printTimeline(people.reviewer, story.caseId, say);
  const { deterministic, matchesRecord, chainVerified } = replay;
  const ok = story.state === 'CLOSED_REINSTATED' && deterministic && matchesRecord && chainVerified;
  const result = {
    ok,
    caseId: story.caseId,
    finalState: story.state,
    events,
    refusals: story.refusals,
    daysSimulated: Math.floor((Date.parse(story.endedAt) - Date.parse(story.startedAt)) / DAY_MS),
    durationMs: Date.now() - startedMs,
    replay: { deterministic, matchesRecord, chainVerified },
  };
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else say(summary(result));
  return ok;
}

const summary = ({
  caseId,
  finalState,
  events,
  daysSimulated,
  durationMs,
  replay,
}: {
  caseId: string;
  finalState: string;
  events: number;
  daysSimulated: number;
  durationMs: number;
  replay: Replay;
}): string =>
  [
    '',
    `${caseId}: ${finalState}, ${events} events, ${daysSimulated} days in ${(durationMs / 1000).toFixed(1)} s`,
    `replay: deterministic ${replay.deterministic}, matches the record ${replay.matchesRecord}, chain verified ${replay.chainVerified}`,
  ].join('\n');
