import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { bundleWorkflows } from './bundle.js';

/** `node dist/libs/temporal/build-bundle.js`: writes dist/workflow-bundle.js; a failed bundle fails the build. */
const target = resolve('dist/workflow-bundle.js');
await mkdir(dirname(target), { recursive: true });
await writeFile(target, await bundleWorkflows(resolve('workflows/index.ts')));
