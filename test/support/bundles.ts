import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { verifyBundle, type BundleReport } from '#audit';
import { CaseDriver } from './case.driver.js';
import { aNotice, sampleOf } from './notices.js';
import { verifySignature } from './paper-log.js';
import type { People } from './people.js';

/** The public key the stack signs with. */
export async function stackKey({ auditor }: People): Promise<string> {
  const { body } = await auditor.get<{ items: { publicKey: string }[] }>('/audit/v1/keys');
  const key = body.items.at(-1)?.publicKey;
  if (!key) throw new Error('the stack has no key yet');
  return key;
}

/** The bundle of a case, as the auditor downloads it. */
export async function bundleOf({ auditor }: People, caseId: string, query = ''): Promise<Buffer> {
  const headers = { authorization: `Bearer ${auditor.token}` };
  const response = await fetch(`${auditor.url}/audit/v1/cases/${caseId}/bundle${query}`, { headers });
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

export const verify = (bundle: Uint8Array, trustedKey?: string): Promise<BundleReport> =>
  verifyBundle(bundle, { verifySignature, trustedKey });

/** Cases that took different ways over HTTP, each with refusals and looks of the auditor on its way: several heads of each are in the log. */
export async function variedCases(people: People): Promise<readonly CaseDriver[]> {
  const open = (issuer: string, reason: string) => CaseDriver.open(people, aNotice({}, sampleOf(issuer, reason)));
  const look = ({ caseId }: CaseDriver) => bundleOf(people, caseId);
  const reinstated = await open('ALLINPAY', 'INACTIVITY');
  await look(reinstated);
  await reinstated.approve();
  await look(reinstated);
  await reinstated.refused('reviewer', 'APPROVE', { evidenceHash: 'a'.repeat(64) });
  await reinstated.reinstate();
  await reinstated.advance({ by: 'P120D' });
  const approved = await open('ALLINPAY', 'TRADING_VIOLATION');
  await approved.bringToReview();
  await approved.refused('senior', 'APPROVE', await approved.view().then(({ evidenceHash }) => ({ evidenceHash })));
  await approved.acceptPapers();
  await look(approved);
  const evidence = await approved.recommend();
  await approved.refused('intake', 'APPROVE', evidence);
  await approved.refused('senior', 'APPROVE', { evidenceHash: 'b'.repeat(64) });
  await approved.send('senior', 'APPROVE', evidence);
  const expired = await open('ALLINPAY', 'TRADING_VIOLATION');
  await expired.askForPapers();
  await expired.refused('ops', 'START_REINSTATE', {});
  await look(expired);
  await expired.advance({ by: 'P90D' });
  // Closed long since: it goes on in another run for this.
  await expired.advance({ by: 'P1D' });
  return [reinstated, approved, expired];
}

/** What a program said and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in a folder with nothing of this process's environment. */
export async function run(program: string, args: readonly string[], cwd: string): Promise<Ran> {
  const child = spawn(program, args, { cwd, env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

const CLI = resolve('dist/apps/cli/main.js');

/** `reinstate verify` in an empty folder, on files of these contents; one report each. */
export async function verifyByCommand(bundles: readonly Uint8Array[], ...options: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'reinstate-verify-'));
  const names = bundles.map((_, place) => `bundle-${place}.zip`);
  await Promise.all(bundles.map((bundle, place) => writeFile(join(folder, names[place]!), bundle)));
  const ran = await run(process.execPath, [CLI, 'verify', '--json', ...options, ...names], folder);
  await rm(folder, { recursive: true });
  const lines = ran.stdout.trim().split('\n').filter(Boolean);
  return {
    ...ran,
    reports: lines.map((line) => JSON.parse(line) as BundleReport & { replay?: object }),
  };
}
