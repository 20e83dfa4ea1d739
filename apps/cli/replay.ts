import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { isSound } from '#temporal';
import { judge, type Judgement } from './replay.judge.js';

/** What came of one target. */
export type ReplayResult = { readonly target: string } & (Judgement | { readonly error: string });

/** Adds `replay <case or file>...`. */
export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('Run cases once more through the workflow code of this build and compare them with their record')
    .argument('<targets...>', 'case ids of the running stack, or files with histories')
    .option('--json', 'print one JSON object a line')
    .action(async (targets: readonly string[], { json = false }: { json?: boolean }) => {
      const results = await replayAll(targets);
      for (const result of results)
        process.stdout.write(`${json ? JSON.stringify(result) : wordsOf(result).join('\n')}\n`);
      if (!results.every(isGood)) process.exitCode = 1;
    });
}

/** One after the other: a process replays one case at a time anyway. */
async function replayAll(targets: readonly string[]): Promise<readonly ReplayResult[]> {
  const bar =
    targets.length > 1
      ? new SingleBar({ format: '{bar} {value}/{total} {target}', clearOnComplete: true, stream: process.stderr })
      : undefined;
  bar?.start(targets.length, 0, { target: '' });
  const results: ReplayResult[] = [];
  for (const target of targets) {
    bar?.update({ target });
    results.push(await replayOne(target));
    bar?.increment();
  }
  bar?.stop();
  return results;
}

async function replayOne(target: string): Promise<ReplayResult> {
  try {
    return { target, ...(await judge(target)) };
  } catch (error) {
    return { target, error: error instanceof Error ? error.message : String(error) };
  }
}

const isGood = (result: ReplayResult): boolean => 'verdict' in result && isSound(result.verdict);
const said = (holds: boolean): string => (holds ? 'yes' : 'NO');

/** The result for people: one line, and one more for each problem. */
export function wordsOf(result: ReplayResult): readonly string[] {
  if ('error' in result) return [`✗ ${result.target}: ${result.error}`];
  const {
    caseId,
    runs,
    events,
    durationMs,
    buildId,
    deterministic,
    matchesRecord,
    chainVerified,
    open,
    pendingSeqs,
    problems = [],
  } = result.verdict;
  const state = open ? `, open${result.byRecord ? `, ${pendingSeqs.length} not yet recorded` : ''}` : '';
  const figures = `${runs} run(s), ${events} event(s)${state}, ${durationMs} ms, build ${buildId}`;
  const answers = `deterministic ${said(deterministic)}, ${result.byRecord ? 'matches the record' : 'runs are one life'} ${said(matchesRecord)}, chain verified ${said(chainVerified)}`;
  const head = `${isGood(result) ? '✓' : '✗'} ${caseId}: ${answers} (${figures})`;
  return [head, ...problems.map(({ seq, what }) => `    seq ${seq}: ${what}`)];
}
