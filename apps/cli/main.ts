import { Command } from 'commander';
import { registerBench } from './bench/bench.js';
import { registerClient } from './client.js';
import { registerDemo } from './demo.js';
import { registerFourEyes } from './four-eyes.js';
import { registerPartner } from './partner.js';
import { registerPolicy } from './policy.js';
import { registerRegistry } from './registry.js';
import { registerReplay } from './replay.js';
import { registerSetup } from './setup.js';
import { registerToken } from './token.js';
import { registerVerify } from './verify.js';

const program = new Command('reinstate').description('The case engine from the command line').enablePositionalOptions();
registerDemo(program);
registerBench(program);
registerToken(program);
registerReplay(program);
registerVerify(program);
registerFourEyes(program);
registerSetup(program);
registerPolicy(program);
registerPartner(program);
registerRegistry(program);
registerClient(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
