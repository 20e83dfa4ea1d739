const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Ctrl-C reaches the supervisor several times: from the terminal, from npm, from the start script. */
const SAME_WISH_MS = 1000;

/**
 * Turns the signals of a terminal or a service manager into one wish to stop.
 * @param force called by a signal that comes a second or more after the first.
 * @returns a controller that the first signal aborts; a caller that wants to stop for another reason aborts it too.
 */
export function stopRequest(force: () => void): AbortController {
  const asked = new AbortController();
  let askedAt = 0;
  asked.signal.addEventListener('abort', () => {
    askedAt = Date.now();
  });
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (!asked.signal.aborted) asked.abort();
      else if (Date.now() - askedAt > SAME_WISH_MS) force();
    });
  }
  return asked;
}

/** Resolves when the wish is uttered. */
export function uttered({ signal }: AbortController): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
