import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { registerSetup } from './setup.js';

const before = { ...process.env };

beforeEach(() => {
  for (const name of Object.keys(process.env)) {
    if (/^(DATABASE|TEMPORAL)_/.test(name)) Reflect.deleteProperty(process.env, name);
  }
});

afterEach(() => {
  process.env = { ...before };
});

/** Runs a command line as the program does, without ending the process. */
async function run(...words: string[]): Promise<void> {
  const program = new Command('reinstate').exitOverride().configureOutput({ writeErr: () => undefined });
  registerSetup(program);
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => undefined });
  await program.parseAsync(words, { from: 'user' });
}

test('a migration without its settings names them all at once', async () => {
  process.env['DATABASE_OWNER_URL'] = 'mysql://somewhere/else';
  const failure = await run('migrate').catch((error: unknown) => error);
  expect(String(failure)).toMatch(/DATABASE_OWNER_URL.*\n.*DATABASE_APP_PASSWORD.*\n.*DATABASE_AUDITOR_PASSWORD/);
});

test('a namespace is not set up without the address of its server', async () => {
  await expect(run('setup-temporal')).rejects.toThrow('TEMPORAL_ADDRESS');
});

test.each(['29', '3.5', 'ten'])('a retention of %s days is refused before anything is asked', async (days) => {
  await expect(run('setup-temporal', '--retention-days', days)).rejects.toThrow('30 or more');
});
