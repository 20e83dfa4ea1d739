import { SingleBar } from 'cli-progress';

/** A progress bar on stderr that vanishes at the end; where that is no terminal, a line every five seconds. */
export const progressBar = (format: string): SingleBar =>
  new SingleBar({ format, stream: process.stderr, clearOnComplete: true, noTTYOutput: true, notTTYSchedule: 5_000 });
