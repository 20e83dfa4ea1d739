import { writeFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import type { SignedReplayReport } from '#audit';
import { isSound } from '#temporal';
import { progressBar } from './progress.js';
import { replayByRecord } from './replay.by-record.js';
import { judge, type Judgement } from './replay.judge.js';
import { linesOfReport, wordsOf } from './replay.print.js';
import { askForReplay } from './replay.standing.js';
import { count } from './whole-number.js';

/** What came of one target. */
export type ReplayResult = { readonly target: string } & (Judgement | { readonly error: string });

interface Options {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly sample?: number;
  readonly seed?: string;
  readonly processes?: number;
  readonly report?: string;
}

/** Adds `replay <case or file>...`, `replay --all` and `replay --sample <n>`. */
export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('Run cases once more through the workflow code of this build and compare them with their record')
    .argument('[targets...]', 'case ids of the running stack, or files with histories')
    .option('--all', 'every case of the running stack, or of the record that DATABASE_URL names')
    .option('--sample <n>', 'so many cases, chosen by chance', count)
    .option('--seed <word>', 'chooses the same sample again')
    .option('--processes <n>', 'processes that share the cases', count)
    .option('--report <file>', 'write the signed report: a page, or JSON where the name ends in .json')
    .option('--json', 'print one JSON object a line')
    .action(async (targets: readonly string[], options: Options) => {
      const isStanding = options.all === true || options.sample !== undefined;
      if (isStanding === targets.length > 0) throw new Error('name cases or files, or --all, or --sample <n>');
      const isGood = isStanding ? await standing(options) : await each(targets, options.json ?? false);
      if (!isGood) process.exitCode = 1;
    });
}

async function each(targets: readonly string[], json: boolean): Promise<boolean> {
  const results = await replayAll(targets);
  for (const result of results) process.stdout.write(`${json ? JSON.stringify(result) : wordsOf(result).join('\n')}\n`);
  return results.every((result) => 'verdict' in result && isSound(result.verdict));
}

async function standing({ sample, seed, processes, report: file, json }: Options): Promise<boolean> {
  const bar = progressBar('{bar} {value}/{total} cases, {failed} failed, {eta_formatted} left');
  bar.start(0, 0, { failed: 0 });
  const replay = process.env['DATABASE_URL'] ? replayByRecord : askForReplay;
  const order = { sample, seed, processes };
  const found = await replay(order, ({ total, done, failed }) => {
    bar.setTotal(total);
    bar.update(done, { failed });
  }).finally(() => bar.stop());
  const { report } = found;
  if (file !== undefined)
    await writeFile(file, file.endsWith('.json') ? `${JSON.stringify(report)}\n` : await found.page());
  process.stdout.write(`${json ? JSON.stringify(report) : linesOfReport(report).join('\n')}\n`);
  return isSoundReport(report);
}

const isSoundReport = ({ cases }: SignedReplayReport): boolean => cases.sound === cases.total;

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
