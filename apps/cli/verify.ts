import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { verifyBundle } from '#audit';
import { isSignedBy, publicKeyOf } from './ed25519.js';
import { everyBundle } from './verify.all.js';
import { isSoundResult, linesOf, type VerifyResult } from './verify.print.js';
import { replayBundle } from './verify.replay.js';

interface Options {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly key?: string;
  readonly workflowBundle?: string;
}

/** Adds `verify <bundle>...`: no server, no database, no network; `--all` takes the bundles of the running stack first. */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'Check decision bundles by themselves: what happened, who decided, that nothing was altered or left out',
    )
    .argument('[bundles...]', 'zip files of the auditor API')
    .option('--all', 'take the bundle of every case of the running stack')
    .option('--key <key>', 'public key checkpoints must be signed with: 64 hex digits, or a PEM file')
    .option('--workflow-bundle <file>', 'workflow code of the build that ran the case; replays its histories')
    .option('--json', 'print one JSON object a line')
    .action(async (bundles: readonly string[], options: Options) => {
      if (bundles.length === 0 && !options.all) throw new Error('name a bundle, or --all');
      const trustedKey = options.key === undefined ? undefined : publicKeyOf(options.key);
      const say = async (file: string, archive: Buffer): Promise<void> => {
        const result = await verified(file, archive, trustedKey, options.workflowBundle);
        process.stdout.write(`${options.json ? JSON.stringify(result) : linesOf(result).join('\n')}\n`);
        if (!isSoundResult(result)) process.exitCode = 1;
      };
      for (const file of bundles) await say(file, await readFile(file));
      if (options.all) for await (const { caseId, archive } of everyBundle()) await say(caseId, archive);
    });
}

async function verified(
  file: string,
  archive: Buffer,
  trustedKey: string | undefined,
  workflowBundle: string | undefined,
): Promise<VerifyResult> {
  const report = await verifyBundle(archive, { verifySignature: isSignedBy, trustedKey });
  // Histories of a bundle that is already found wrong say nothing more.
  const replay =
    workflowBundle !== undefined && report.ok ? { replay: await replayBundle(archive, workflowBundle) } : {};
  return { file, ...report, ...replay };
}
