import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runTool } from './tool.js';

const DOWNLOADS = 'https://temporal.download/cli/archive';
const ANSWER_LIMIT_MS = 10_000;

/**
 * Downloads the program into `folder`, from where Temporal's SDKs take theirs.
 * @throws Error when the site does not answer within 10 s, or what it sends is not an archive with the program.
 */
export async function downloadTemporal(
  version: string,
  folder: string,
  signal: AbortSignal,
  from = DOWNLOADS,
): Promise<void> {
  const system = `platform=${platform()}&arch=${arch() === 'x64' ? 'amd64' : arch()}`;
  await placing(folder, ['temporal'], async (draft) => {
    const archive = join(draft, 'temporal.tar.gz');
    const body = await fetchBody(`${from}/v${version}?${system}`, signal);
    await pipeline(body, createWriteStream(archive), { signal });
    await runTool('tar', ['-xzf', archive, '-C', draft, 'temporal'], { signal });
  });
}

/**
 * Builds the program into `folder` with the Go of this machine; about 3 min on two cores.
 * @throws Error with the end of Go's output when it is missing or fails.
 */
export async function buildTemporal(version: string, folder: string, signal: AbortSignal): Promise<void> {
  await installing([`github.com/temporalio/cli/cmd/temporal@v${version}`], folder, ['temporal'], signal);
}

/**
 * Builds the server in production form and its schema tool into `folder`, as `server` and `sql`; about 5 min on two cores.
 * @throws Error with the end of Go's output when it is missing or fails.
 */
export async function buildTemporalServer(version: string, folder: string, signal: AbortSignal): Promise<void> {
  const modules = ['cmd/server', 'cmd/tools/sql'].map((path) => `go.temporal.io/server/${path}@v${version}`);
  await installing(modules, folder, ['server', 'sql'], signal);
}

function installing(modules: readonly string[], folder: string, programs: readonly string[], signal: AbortSignal) {
  return placing(folder, programs, async (draft) => {
    await runTool('go', ['install', ...modules], { env: { GOBIN: draft }, signal });
  });
}

// A program appears under its name only when it is whole, also with two starts at work on it.
async function placing(
  folder: string,
  programs: readonly string[],
  fill: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = join(folder, `new-${randomUUID()}`);
  await mkdir(draft, { recursive: true });
  try {
    await fill(draft);
    for (const program of programs) await rename(join(draft, program), join(folder, program));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function fetchBody(url: string, signal: AbortSignal): Promise<Readable> {
  const silence = new AbortController();
  const limit = setTimeout(() => silence.abort(new Error(`${url} does not answer`)), ANSWER_LIMIT_MS);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, silence.signal]) });
    if (!response.ok || !response.body) throw new Error(`${url} answers ${response.status}`);
    return Readable.fromWeb(response.body);
  } finally {
    clearTimeout(limit);
  }
}
