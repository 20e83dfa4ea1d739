import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// Rules that need types want a file that exists; these here judge the text alone, so a file can be planted anywhere.
const eslint = new ESLint({
  overrideConfigFile: '.eslint/config.mjs',
  overrideConfig: {
    ...tseslint.configs.disableTypeChecked,
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { ...tseslint.configs.disableTypeChecked.rules, '@typescript-eslint/no-unused-vars': 'off' },
  },
});

async function rulesBrokenBy(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

const HANDLE = `import { patched, setHandler } from '@temporalio/workflow';
import { caseStateQuery, commandUpdate, factSignal } from '#contract';
`;

describe('what a room may import', () => {
  test.each([
    ['libs/model/planted.ts', `import '@noble/hashes/sha2.js'; import './case.js'; import './policy/policy.js';`],
    ['libs/model/policy/planted.ts', `import '../case.js';`],
    ['libs/model/planted.spec.ts', `import '@jest/globals'; import 'fast-check'; import 'node:fs';`],
    ['libs/audit/planted.ts', `import '#model'; import '@noble/hashes/utils.js';`],
    ['libs/contract/planted.ts', `import '#audit'; import { defineUpdate } from '@temporalio/workflow';`],
    ['libs/contract/planted.ts', `import type { UpdateDefinition } from '@temporalio/common';`],
    ['libs/client/planted.ts', `import 'openapi-fetch'; import 'node:crypto';`],
    ['libs/config/planted.ts', `import 'zod'; import 'node:fs';`],
    ['libs/temporal/planted.ts', `import '#config'; import '@temporalio/client'; import '@temporalio/worker';`],
    ['libs/database/planted.ts', `import '#contract'; import 'typeorm'; import 'pg'; import 'crypto';`],
    ['libs/replay/planted.ts', `import '#database'; import '#temporal'; import '@temporalio/client';`],
    ['workflows/planted.workflow.ts', `import '#contract'; import '#audit'; import '@temporalio/workflow';`],
    ['apps/api/planted.ts', `import '#database'; import '@nestjs/common'; import './cases/case.service.js';`],
    ['apps/worker/planted.ts', `import '#temporal'; import type { Sinks } from '@temporalio/workflow';`],
    ['apps/standalone/planted.ts', `import '../api/main.js'; import '../worker/main.js';`],
    ['apps/cli/planted.ts', `import '../standalone/main.js'; import 'commander';`],
    ['test/e2e/planted.spec.ts', `import '#model'; import '../../apps/api/main.js'; import '../support/planted.js';`],
  ])('%s may say %s', async (file, text) => {
    expect(await rulesBrokenBy(file, text)).toEqual([]);
  });

  test.each([
    ['libs/model/planted.ts', `import 'node:fs';`],
    ['libs/model/planted.ts', `import 'fs';`],
    ['libs/model/planted.ts', `import 'zod';`],
    ['libs/model/planted.ts', `import '#model';`],
    ['libs/model/planted.ts', `import '@jest/globals';`],
    ['libs/model/planted.ts', `export * from '#audit';`],
    ['libs/model/planted.ts', `export { chain } from '../audit/chain.js';`],
    ['libs/model/planted.ts', `export type Chain = import('#audit').ChainHead;`],
    ['libs/model/planted.ts', `export const load = () => import('zod');`],
    ['libs/model/planted.ts', `export const load = (name: string) => import(name);`],
    ['libs/model/planted.spec.ts', `import '#database';`],
    ['libs/audit/planted.ts', `import '#contract';`],
    ['libs/audit/planted.ts', `import '#model/case.js';`],
    ['libs/audit/planted.ts', `import '../model/case.js';`],
    ['libs/contract/planted.ts', `import { defineUpdate, sleep } from '@temporalio/workflow';`],
    ['libs/contract/planted.ts', `import * as workflow from '@temporalio/workflow';`],
    ['libs/contract/planted.ts', `import { ApplicationFailure } from '@temporalio/common';`],
    ['libs/client/planted.ts', `import '#model';`],
    ['libs/config/planted.ts', `import '#model';`],
    ['libs/temporal/planted.ts', `import '#database';`],
    ['libs/temporal/planted.ts', `import '@temporalio/workflow';`],
    ['libs/database/planted.ts', `import '#temporal';`],
    ['libs/database/planted.ts', `import '@temporalio/client';`],
    ['libs/replay/planted.ts', `import '@nestjs/common';`],
    ['workflows/planted.workflow.ts', `import '@temporalio/client';`],
    ['workflows/planted.workflow.ts', `import type { Pool } from 'pg';`],
    ['workflows/planted.workflow.ts', `import '#config';`],
    ['apps/api/planted.ts', `import '../worker/main.js';`],
    ['apps/api/planted.ts', `import '../../libs/model/index.js';`],
    ['apps/worker/planted.ts', `import '../api/main.js';`],
    ['apps/worker/planted.ts', `import { patched } from '@temporalio/workflow';`],
    ['apps/standalone/prepare.mjs', `import 'pg';`],
    ['test/database/planted.spec.ts', `import '../../libs/database/planted.js';`],
    ['test/workflow/planted.spec.ts', `import '../../workflows/case.workflow.js';`],
    ['libs/attic/planted.ts', `export const nothing = 0;`],
  ])('%s may not say %s', async (file, text) => {
    expect(await rulesBrokenBy(file, text)).toContain('house/room-imports');
  });
});

describe('what pure code and workflows may ask of their host', () => {
  test.each([
    ['libs/model/planted.ts', 'process.pid', 'no-restricted-globals'],
    ['libs/model/planted.ts', 'setTimeout(() => 1, 1)', 'no-restricted-globals'],
    ['libs/model/planted.ts', 'Buffer.from("")', 'no-restricted-globals'],
    ['libs/model/planted.ts', 'crypto.randomUUID()', 'no-restricted-globals'],
    ['libs/model/planted.ts', 'console.log("")', 'no-restricted-globals'],
    ['libs/model/planted.ts', 'globalThis', 'no-restricted-globals'],
    ['libs/audit/planted.ts', 'new Intl.NumberFormat()', 'no-restricted-globals'],
    ['libs/audit/planted.ts', 'fetch("http://localhost")', 'no-restricted-globals'],
    ['libs/model/planted.ts', 'Date.now()', 'no-restricted-syntax'],
    ['libs/model/planted.ts', 'new Date()', 'no-restricted-syntax'],
    ['libs/audit/planted.ts', 'Math.random()', 'no-restricted-syntax'],
    ['libs/model/planted.ts', '"a".localeCompare("b")', 'no-restricted-syntax'],
    ['libs/audit/planted.ts', '(1).toLocaleString()', 'no-restricted-syntax'],
    ['libs/model/planted.ts', 'new Date(0).getHours()', 'no-restricted-syntax'],
    ['workflows/planted.ts', 'process.pid', 'no-restricted-globals'],
    ['workflows/planted.ts', 'new Intl.NumberFormat()', 'no-restricted-globals'],
    ['workflows/planted.ts', 'performance.now()', 'no-restricted-globals'],
    ['workflows/planted.ts', 'new Date(0).toLocaleDateString()', 'no-restricted-syntax'],
    ['workflows/planted.ts', '"a".localeCompare("b")', 'no-restricted-syntax'],
    ['apps/api/planted.ts', 'process.env.PORT', 'no-restricted-properties'],
    ['libs/database/planted.ts', 'process.env["PORT"]', 'no-restricted-properties'],
  ])('%s may not ask for %s', async (file, expression, rule) => {
    expect(await rulesBrokenBy(file, `export const planted = (): unknown => ${expression};`)).toEqual([rule]);
  });

  test.each([
    ['libs/model/planted.ts', 'new Date(0).toISOString()'],
    ['libs/audit/planted.ts', 'new TextEncoder().encode("")'],
    ['libs/model/planted.spec.ts', 'process.pid + Date.now()'],
    ['workflows/planted.ts', 'Date.now() + Math.random()'],
    ['libs/config/planted.ts', 'process.env.PORT'],
    ['apps/cli/planted.ts', 'process.env.PORT'],
    ['apps/api/planted.ts', 'Date.now() + process.pid'],
  ])('%s may ask for %s', async (file, expression) => {
    expect(await rulesBrokenBy(file, `export const planted = (): unknown => ${expression};`)).toEqual([]);
  });
});

describe('what a workflow may do where it is not replayed', () => {
  test.each([
    ['an async validator', `setHandler(commandUpdate, () => 1, { validator: async () => {} });`],
    ['a named async validator', `async function check() {} setHandler(commandUpdate, () => 1, { validator: check });`],
    ['an async query', `setHandler(caseStateQuery, async () => 1);`],
    ['a patch in a validator', `setHandler(commandUpdate, () => 1, { validator: () => void patched('a') });`],
    ['a patch in a validator method', `setHandler(commandUpdate, () => 1, { validator() { patched('a'); } });`],
    ['a patch in a query', `setHandler(caseStateQuery, () => patched('a'));`],
    [
      'a patch two calls behind a validator',
      `const deep = () => patched('a'); function near() { deep(); } setHandler(commandUpdate, () => 1, { validator: near });`,
    ],
    ['a message that does not say its kind', `const other = factSignal; setHandler(other, () => {});`],
  ])('%s is found', async (_what, text) => {
    expect(await rulesBrokenBy('workflows/planted.workflow.ts', HANDLE + text)).toContain('house/workflow-messages');
  });

  test('a patch in an update handler, a signal handler and the story passes', async () => {
    const text = `export function story(): void {
  setHandler(commandUpdate, () => patched('a'), { validator: () => void 0 });
  setHandler(factSignal, () => void patched('b'));
  setHandler(caseStateQuery, () => 1);
  patched('c');
}`;
    expect(await rulesBrokenBy('workflows/planted.workflow.ts', HANDLE + text)).toEqual([]);
  });

  test('a patch outside a .workflow.ts file is found', async () => {
    const text = `import { patched } from '@temporalio/workflow'; export const asked = (): boolean => patched('a');`;
    expect(await rulesBrokenBy('workflows/planted.ts', text)).toEqual(['no-restricted-imports']);
  });
});

describe('what holds everywhere', () => {
  test.each([
    ['apps/api/planted.ts', 'export enum Planted { A }', 'no-restricted-syntax'],
    ['libs/model/planted.ts', 'export enum Planted { A }', 'no-restricted-syntax'],
    ['workflows/planted.ts', 'export enum Planted { A }', 'no-restricted-syntax'],
    ['apps/api/planted.ts', 'export const planted = (a: unknown) => a == 1;', 'eqeqeq'],
    [
      'libs/model/planted.ts',
      'export const planted = (a: number) => a;',
      '@typescript-eslint/explicit-module-boundary-types',
    ],
    ['apps/api/planted.ts', 'export const planted = (a: any) => a as unknown;', '@typescript-eslint/no-explicit-any'],
  ])('%s may not say %s', async (file, text, rule) => {
    expect(await rulesBrokenBy(file, text)).toEqual([rule]);
  });

  test('a comment switches no rule off', async () => {
    const text = '// eslint-disable-next-line eqeqeq\nexport const planted = (a: unknown) => a == 1;';
    expect(await rulesBrokenBy('apps/api/planted.ts', text)).toContain('eqeqeq');
  });
});

describe('rules that know types', () => {
  // A project of its own: that of this house is a hundred times as large.
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lint-'));
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, types: [] } }));
    await writeFile(join(folder, 'config.ts'), 'export interface Config { readonly port: number }');
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('a promise nobody waits for, a switch that forgets a case and a type imported as a value are found', async () => {
    const planted = `import { Config } from './config.js';
const later = async (): Promise<void> => { await Promise.resolve(); };
later();
[1].forEach(later);
export const planted = (kind: 'a' | 'b', config?: Config): unknown => {
  switch (kind) {
    case 'a': return config;
  }
  return undefined;
};`;
    await writeFile(join(folder, 'planted.ts'), planted);
    const typed = new ESLint({ cwd: folder, overrideConfigFile: resolve('.eslint/config.mjs') });
    const [result] = await typed.lintFiles('planted.ts');
    expect(result?.messages.map(({ ruleId }) => ruleId).sort()).toEqual([
      '@typescript-eslint/consistent-type-imports',
      '@typescript-eslint/no-floating-promises',
      '@typescript-eslint/no-misused-promises',
      '@typescript-eslint/switch-exhaustiveness-check',
    ]);
  });
});
