// Plain JavaScript on purpose: it runs on the Node of the host, before anything is installed.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { prepare, ROOT } from './prepare.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const NODE = join(ROOT, 'node_modules/.bin/node');
const home = process.env.REINSTATE_HOME ? resolve(process.env.REINSTATE_HOME) : join(ROOT, '.data');
// The data folder stands in the command line so that a later start can tell whose process this is.
const COMMAND = [
  '--max-old-space-size=192',
  '--enable-source-maps',
  join(ROOT, 'dist/apps/standalone/main.js'),
  `--home=${home}`,
];

await prepared();
process.chdir(ROOT);
if (process.execve) process.execve(NODE, [NODE, ...COMMAND], process.env);
else runAsChild();

async function prepared() {
  const stop = new AbortController();
  const stopOn = (signal) => stop.abort(signal);
  for (const signal of SIGNALS) process.on(signal, stopOn);
  try {
    await prepare({ signal: stop.signal });
  } catch (error) {
    if (!stop.signal.aborted) process.stderr.write(`${error.message}\n`);
    process.exit(stop.signal.aborted ? exitCodeOf(stop.signal.reason) : 1);
  }
  for (const signal of SIGNALS) process.off(signal, stopOn);
}

// Node before 22.15 cannot replace itself.
function runAsChild() {
  const child = spawn(NODE, COMMAND, { stdio: 'inherit' });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? exitCodeOf(signal)));
}

function exitCodeOf(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}
