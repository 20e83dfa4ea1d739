import { InvalidArgumentError, type Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { ProvenDecision } from '#audit';
import { parseInstant } from '#model';
import { auditorOfStack } from './auditor.client.js';

interface Options {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly from?: string;
  readonly to?: string;
}

interface Page {
  readonly cases: number;
  readonly items: readonly ProvenDecision[];
  readonly unreadable: readonly { readonly caseId: string; readonly why: string }[];
  readonly nextCursor: string | null;
}

const CASES_A_PAGE = 200;
const COLUMNS = ['caseId', 'seq', 'at', 'command', 'maker', 'checker', 'evidenceHash', 'fault'];

function instantOf(text: string): string {
  const read = parseInstant(text);
  if (read !== undefined) return read;
  throw new InvalidArgumentError('It must be an RFC 3339 instant, such as 2026-12-01T00:00:00+08:00.');
}

/** Adds `four-eyes`: every decision of every case with its two persons; ends with 1 when one lacks its proof. */
export function registerFourEyes(program: Command): void {
  program
    .command('four-eyes')
    .description('Every decision of the running stack: who made it, who checked it, on which evidence')
    .option('--from <instant>', 'decided from then on, in the time of the cases', instantOf)
    .option('--to <instant>', 'decided before then', instantOf)
    .option('--json', 'one JSON object a decision; the counts are the last')
    .option('--csv', 'a table of the decisions; the counts go to stderr')
    .action(async (options: Options) => {
      const counts = { cases: 0, decisions: 0, unproven: 0, unreadable: 0 };
      if (options.csv) process.stdout.write(csvOf([], true));
      for await (const { cases, items, unreadable } of everyPage(options)) {
        counts.cases += cases;
        counts.decisions += items.length;
        counts.unproven += items.filter(({ fault }) => fault !== null).length;
        counts.unreadable += unreadable.length;
        process.stdout.write(linesOf(items, options));
        for (const { caseId, why } of unreadable) process.stderr.write(`✗ ${caseId} cannot be read: ${why}\n`);
      }
      const words = `${counts.decisions} decisions in ${counts.cases} cases: ${counts.decisions - counts.unproven} proven, ${counts.unproven} not; ${counts.unreadable} cases cannot be read`;
      if (options.json) process.stdout.write(`${JSON.stringify(counts)}\n`);
      else (options.csv ? process.stderr : process.stdout).write(`${words}\n`);
      if (counts.unproven + counts.unreadable > 0) process.exitCode = 1;
    });
}

async function* everyPage({ from, to }: Options): AsyncGenerator<Page> {
  const ask = await auditorOfStack();
  const span = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = new URLSearchParams({ ...span, limit: String(CASES_A_PAGE), ...(cursor !== '' && { cursor }) });
    const page = (await (await ask(`/audit/v1/four-eyes?${query.toString()}`)).json()) as Page;
    yield page;
    cursor = page.nextCursor;
  }
}

const csvOf = (decisions: readonly ProvenDecision[], header = false): string =>
  stringify([...decisions], { header, columns: COLUMNS, escape_formulas: true });

function linesOf(decisions: readonly ProvenDecision[], { json, csv }: Options): string {
  if (csv) return csvOf(decisions);
  return decisions.map((decision) => `${json ? JSON.stringify(decision) : wordsOf(decision)}\n`).join('');
}

/** One decision for people. */
export const wordsOf = ({ caseId, seq, at, command, maker, checker, evidenceHash, fault }: ProvenDecision): string =>
  `${fault === null ? '✓' : '✗'} ${caseId} event ${seq} ${at} ${command}: ${maker ?? 'nobody'} and ${checker}, evidence ${evidenceHash}${fault === null ? '' : `: ${fault}`}`;
