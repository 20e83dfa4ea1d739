/**
 * Does work on many things, a few at once, and gives what comes of each in their order. Nothing is begun that lies
 * further ahead than `atOnce`, nor after the reader has gone; what is under way by then is waited for.
 */
export async function* inOrder<T, R>(
  things: Iterable<T>,
  atOnce: number,
  work: (thing: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const underWay: Promise<R>[] = [];
  try {
    for (const thing of things) {
      const begun = work(thing);
      // Its failure is told in its turn, and is no surprise to the process until then.
      begun.catch(() => undefined);
      underWay.push(begun);
      if (underWay.length === atOnce) yield await underWay.shift()!;
    }
    while (underWay.length > 0) yield await underWay.shift()!;
  } finally {
    await Promise.allSettled(underWay);
  }
}
