import { openSync, readFileSync, renameSync, statSync } from 'node:fs';

const TURN_BYTES = 20 * 1024 * 1024;
const TAIL_LINES = 20;

/** Opens a log for appending. One over 20 MiB is set aside first, as `<path>.1`. */
export function openLog(path: string): number {
  if (sizeOf(path) > TURN_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

/** Size of a log in bytes; 0 when there is none. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** The last lines of what was written to a log after its byte `from`. */
export function tailOf(path: string, from: number): string {
  const written = sizeOf(path) > from ? readFileSync(path).subarray(from).toString() : '';
  return written.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
}
