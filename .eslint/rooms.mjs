const DOORS = [
  '#model',
  '#audit',
  '#contract',
  '#database',
  '#temporal',
  '#config',
  '#partner',
  '#intake',
  '#client',
  '#replay',
];
const BEFORE_INSTALL = 'it runs on the Node of the machine, before anything is installed';

/**
 * The rooms of the house and what each may import, besides its own files. A name is a door (`#model`), a package
 * (`zod`), a file of another room from the root (`./apps/api/main.js`) or, with `*`, everything that begins so;
 * `node:*` is what comes with Node, `npm:*` every installed package. Whatever is not named is forbidden.
 *
 * `types` may be imported by `import type` alone, `names` are the only values to be taken from a package,
 * `never` takes away from `may`. The longest `room` a file lies in decides;
 * a single file with a list of its own is a room too.
 */
export const ROOMS = [
  {
    room: 'libs/model',
    may: ['@noble/hashes/*'],
    why: 'the rules run alike in the workflow sandbox, the browser and the verifier',
  },
  {
    room: 'libs/audit',
    may: ['#model', '@noble/hashes/*'],
    why: 'a bundle is verified without a server, in a browser too',
  },
  {
    room: 'libs/contract',
    may: ['#model', '#audit'],
    types: ['@temporalio/common', '@temporalio/workflow'],
    names: { '@temporalio/workflow': ['defineQuery', 'defineSignal', 'defineUpdate'] },
    why: 'both sides of a message read it: the sandbox and the processes that call it',
  },
  {
    room: 'workflows',
    may: ['#model', '#audit', '#contract', '@temporalio/workflow'],
    why: 'everything else is missing in the Temporal sandbox or answers differently on replay',
  },
  {
    room: 'libs/intake',
    may: ['#model', '#contract', '#partner', '#database', '#temporal', 'typeorm', 'node:timers/promises'],
    why: 'the api takes signals in and the worker sees to what the api left behind, by the same steps',
  },
  {
    room: 'libs/replay',
    may: ['#model', '#audit', '#contract', '#database', '#temporal', '@temporalio/*', 'typeorm', 'node:*'],
    never: ['@temporalio/workflow'],
    why: 'an auditor’s question, a nightly check and the command line judge a case by the same steps',
  },
  {
    room: 'libs/partner',
    may: ['#model', 'zod', 'ipaddr.js', 'csv-parse/sync', 'node:crypto'],
    why: 'what a partner says is read alike by the api, its simulators and the tests',
  },
  {
    room: 'libs/client',
    may: ['openapi-fetch', 'node:crypto'],
    why: 'whoever calls the service knows its HTTP contract and nothing behind it',
  },
  {
    room: 'libs/config',
    may: ['zod', 'node:*'],
    why: 'settings are known before anything else of the project is loaded',
  },
  {
    room: 'libs/temporal',
    may: ['#config', '#contract', '#model', '#audit', '@temporalio/*', 'p-limit', 'node:*'],
    never: ['@temporalio/workflow'],
    why: 'the connection to Temporal knows messages, not rows',
  },
  {
    room: 'libs/database',
    may: ['#model', '#contract', '#audit', '#config', 'typeorm', 'pg', 'dataloader', '@aws-sdk/client-s3', 'node:*'],
    why: 'the record takes events as they come and asks no one back',
  },
  {
    room: 'apps/api',
    may: [...DOORS, 'npm:*', 'node:*'],
    never: ['@temporalio/workflow'],
    why: 'api and worker are processes of their own and meet in Temporal and the record only',
  },
  {
    room: 'apps/worker',
    may: [...DOORS, 'npm:*', 'node:*'],
    types: ['@temporalio/workflow'],
    never: ['@temporalio/workflow'],
    why: 'api and worker are processes of their own and meet in Temporal and the record only',
  },
  {
    room: 'apps/standalone',
    may: [...DOORS, './apps/*', 'npm:*', 'node:*'],
    never: ['@temporalio/workflow'],
    why: 'it starts the other processes',
  },
  {
    room: 'apps/cli',
    may: [...DOORS, './apps/*', 'npm:*', 'node:*'],
    never: ['@temporalio/workflow'],
    why: 'it drives the other processes',
  },
  {
    room: 'apps/cli/bench/bare.workflow.ts',
    may: ['./apps/cli/bench/bare.messages.js', '@temporalio/workflow'],
    why: 'it runs in the Temporal sandbox too, as the reference the product is measured beside',
  },
  { room: 'apps/standalone/start.mjs', may: ['node:*', './apps/standalone/prepare.mjs'], why: BEFORE_INSTALL },
  { room: 'apps/standalone/prepare.mjs', may: ['node:*'], why: BEFORE_INSTALL },
  { room: 'test/run.mjs', may: ['node:*'], why: BEFORE_INSTALL },
  {
    room: 'test',
    may: [...DOORS, './apps/*', './workflows/index.js', 'npm:*', 'node:*'],
    why: 'a test of several rooms enters a library by its door, as everyone does',
  },
];

/** What a spec beside its source may import on top of its room's list. */
export const SPECS_MAY = ['@jest/globals', 'fast-check', 'node:*', './test/support/*'];
