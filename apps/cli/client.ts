import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';

/** The file of `#client` that is made and not written. */
export const CLIENT_TYPES = 'libs/client/contract.gen.ts';

/** Adds `client`. */
export function registerClient(program: Command): void {
  program
    .command('client')
    .description(`Write the types of the TypeScript client (${CLIENT_TYPES}) anew from the OpenAPI document`)
    .action(async () => {
      // The whole api is behind these, and no other command is to wait for it.
      const { openApiDocument } = await import('../api/contract.js');
      const { clientTypes } = await import('./client.types.js');
      await writeFile(CLIENT_TYPES, await clientTypes(await openApiDocument()));
      process.stdout.write(`${CLIENT_TYPES} is written\n`);
    });
}
