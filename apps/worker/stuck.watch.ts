import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { Watch } from './stuck.js';

const STDERR = 2;
const { beats, lookEveryMs, looks } = workerData as Watch;
let before = -1;
let silent = 0;

setInterval(() => {
  const beat = Atomics.load(beats, 0);
  silent = beat === before ? silent + 1 : 0;
  before = beat;
  if (silent < looks) return;
  writeSync(STDERR, `code has not come back for ${looks * lookEveryMs} ms; the process ends\n`);
  process.kill(process.pid, 'SIGKILL');
}, lookEveryMs);
