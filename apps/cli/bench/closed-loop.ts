/** What came of a number of cases. */
export interface Load {
  readonly cases: number;
  readonly seconds: number;
  /** Of every message, shortest first. */
  readonly messageMs: readonly number[];
}

/** Runs cases, so many at once: each lane begins its next case when its last one is done. */
export async function closedLoop(
  atOnce: number,
  cases: number,
  runCase: () => Promise<readonly number[]>,
): Promise<Load> {
  const messageMs: number[] = [];
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun < cases) {
      begun += 1;
      messageMs.push(...(await runCase()));
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: Math.min(atOnce, cases) }, lane));
  const seconds = (performance.now() - startedAt) / 1000;
  return { cases, seconds, messageMs: messageMs.sort((a, b) => a - b) };
}
