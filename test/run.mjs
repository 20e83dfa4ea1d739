import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE = 'node_modules/.bin/node';
const CACHE = 'node_modules/.cache';
const bin = (name) => `node_modules/.bin/${name}`;
const JEST = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  bin('jest'),
  '-c',
  '.jest.config.mjs',
];

/** Installs and compiles what is out of date; the one step that runs on the Node of the machine. */
const BUILD = { name: 'build', program: process.execPath, args: ['apps/standalone/prepare.mjs'] };

const jestStep = (project) => {
  const results = `${CACHE}/jest-${project}.json`;
  return {
    name: `${project} tests`,
    args: [...JEST, '--selectProjects', project, '--json', `--outputFile=${results}`],
    results,
  };
};

const CHECK = [
  { name: 'types', args: [bin('tsc'), '--noEmit', '--tsBuildInfoFile', `${CACHE}/types.tsbuildinfo`] },
  {
    name: 'lint',
    args: [bin('eslint'), '-c', '.eslint/config.mjs', '--cache', '--cache-location', `${CACHE}/eslint/`, '.'],
  },
  { name: 'format', args: [bin('prettier'), '--check', '--cache', '--log-level', 'warn', '.'] },
  jestStep('check'),
];

const SERVER = { ...jestStep('server'), inTwo: true };

const interrupted = new AbortController();
process.on('SIGINT', () => interrupted.abort()).on('SIGTERM', () => interrupted.abort());

/** Runs one program to its end. Resolves to whether it succeeded; an interrupted one is waited for, too. */
function succeeds(program, args) {
  return new Promise((resolve) => {
    spawn(program, args, { stdio: 'inherit', signal: interrupted.signal })
      .on('error', ({ name, message }) => name === 'AbortError' || console.error(message))
      .on('close', (code) => resolve(code === 0));
  });
}

/** Two files of tests and a whole stack share the machine: so many may fail for want of it; more are no accident. */
const FEW = 3;

/** Spec files that failed in a jest run, when they are few and each of them ran. */
async function fewFailedIn(results) {
  const { testResults = [] } = JSON.parse(await readFile(results, 'utf8').catch(() => '{}'));
  const failed = testResults.filter(({ status }) => status === 'failed');
  const ran = failed.every(({ assertionResults }) => assertionResults.length > 0);
  return ran && failed.length <= FEW ? failed.map(({ name }) => relative('.', name)) : [];
}

/** The tests of a jest run; a file that could not run at all is one failed test, a run without results too. */
async function countsIn(results) {
  const run = JSON.parse(await readFile(results, 'utf8').catch(() => '{"numFailedTests":1}'));
  return { passed: run.numPassedTests ?? 0, failed: run.numFailedTests + (run.numRuntimeErrorTestSuites ?? 0) };
}

/** Runs one step; what is counted, when it is a jest step, with its results. */
async function outcomeOf({ name, program = NODE, args, results }) {
  const start = Date.now();
  console.log(`\n== ${name}`);
  if (results) await rm(results, { force: true });
  const ok = await succeeds(program, args);
  const { passed, failed } = results ? await countsIn(results) : { passed: 0, failed: 0 };
  // A step that fails without a failed test counts as one: the last line never says 0 failed when the exit code is 1.
  return { name, ok, passed, failed: ok ? failed : Math.max(failed, 1), seconds: secondsSince(start) };
}

/** Runs a jest step; the files that failed run once more, each alone, and are named even when they pass then. */
async function outcomeInTwo(step) {
  const start = Date.now();
  const all = await outcomeOf(step);
  const files = all.ok || interrupted.signal.aborted ? [] : await fewFailedIn(step.results);
  if (files.length === 0) return all;
  const alone = await outcomeOf({
    ...step,
    name: 'again alone',
    args: [...step.args, '-i', '--runTestsByPath', ...files],
  });
  const { name, passed, failed } = all;
  const seconds = secondsSince(start);
  return alone.ok
    ? { name, ok: true, passed: passed + failed, failed: 0, seconds, note: `; passed only alone: ${files.join(', ')}` }
    : { ...all, seconds };
}

const secondsSince = (start) => Math.round((Date.now() - start) / 1000);

/** Runs every step even when one fails, so that one run shows all there is to mend. */
async function runAll(steps) {
  const outcomes = [];
  for (const step of steps) {
    if (interrupted.signal.aborted) return false;
    if (step !== BUILD && !existsSync(NODE)) break;
    outcomes.push(await (step.inTwo ? outcomeInTwo(step) : outcomeOf(step)));
  }
  console.log();
  for (const { name, ok, passed, seconds, note = '' } of outcomes) {
    const tests = passed ? `${passed} tests${note}` : '';
    console.log(`${name.padEnd(13)} ${ok ? 'ok    ' : 'FAILED'} ${String(seconds).padStart(4)} s ${tests}`);
  }
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return outcomes.every(({ ok }) => ok);
}

/** `check`: what needs no server; `jest …`: jest with arguments of one's own; nothing: every test. */
async function main([mode, ...rest]) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  if (!mode) return runAll([BUILD, ...CHECK, SERVER]);
  // Neither of these runs compiled code, save for server tests, which compile before they start the stack.
  const installed = existsSync(NODE) || (await succeeds(BUILD.program, BUILD.args));
  if (!installed) return false;
  return mode === 'check' ? runAll(CHECK) : succeeds(NODE, [...JEST, ...rest]);
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
