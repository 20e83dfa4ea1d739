import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { openApiDocument } from '../api/contract.js';
import { clientTypes } from './client.types.js';

/** The file of `#client` that is made and not written. */
export const CLIENT_TYPES = 'libs/client/contract.gen.ts';

/** Adds `client`. */
export function registerClient(program: Command): void {
  program
    .command('client')
    .description(`Write the types of the TypeScript client (${CLIENT_TYPES}) anew from the OpenAPI document`)
    .action(async () => {
      await writeFile(CLIENT_TYPES, await clientTypes(await openApiDocument()));
      process.stdout.write(`${CLIENT_TYPES} is written\n`);
    });
}
