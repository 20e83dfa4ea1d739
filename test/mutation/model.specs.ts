import { globSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Every spec of the kernel as one suite, for the mutation runs alone: the rules are then loaded once a mutant and not
 * once a file. Properties are left out: where a mutant breaks one it is shrunk for longer than all else takes.
 */
const specs = globSync('libs/model/**/*.spec.ts').filter((path) => !path.endsWith('.properties.spec.ts'));
/** The whole table takes longest, so it is asked last. */
const weight = (path: string): string => (path.endsWith('table.spec.ts') ? `~${path}` : path);
for (const path of specs.sort((a, b) => (weight(a) < weight(b) ? -1 : 1))) await import(resolve(path));
