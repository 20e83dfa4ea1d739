const PROGRESS_MS = 2000;

/** Says on one stream what each component is doing, a line at a time. */
export class Status {
  constructor(private readonly out: NodeJS.WritableStream = process.stdout) {
    // A reader that goes away (`npm start | head`) must not take the stack with it.
    out.on('error', () => undefined);
  }

  say(component: string, state: string): void {
    this.line(`${component}: ${state}`);
  }

  line(text: string): void {
    this.out.write(`${text}\n`);
  }

  /** Waits for `work`; from the second second on says every 2 s how long it has been `doing` it. */
  async during<T>(component: string, doing: string, work: Promise<T>): Promise<T> {
    const startedAt = Date.now();
    const progress = setInterval(() => this.say(component, `${doing}, ${span(Date.now() - startedAt)} …`), PROGRESS_MS);
    try {
      return await work;
    } finally {
      clearInterval(progress);
    }
  }
}

/** A span of time as people say it: `7 s`, `1 m 10 s`. */
export function span(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} m ${seconds % 60} s`;
}
