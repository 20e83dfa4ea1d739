import { spawn } from 'node:child_process';

const KEPT_CHARACTERS = 4000;

/** How a program is run for its result. */
export interface ToolOptions {
  /** Added to our environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the program. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a program to its end and returns what it wrote, the last 4,000 characters of both streams.
 * @throws Error with that output when it cannot be run or does not end with 0.
 */
export async function runTool(
  file: string,
  args: readonly string[],
  { env, signal }: ToolOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], signal });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-KEPT_CHARACTERS);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${[file, ...args].join(' ')} ended with ${code ?? 'a signal'}:\n${output}`));
    });
  });
}
