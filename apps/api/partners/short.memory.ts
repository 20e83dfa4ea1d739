interface Held<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/** Answers a question from memory for some seconds; what was not found, or failed, is asked again each time. */
export class ShortMemory<T> {
  private readonly held = new Map<string, Held<T>>();

  /** @param isFound whoever makes names up must not fill our memory. */
  constructor(
    private readonly keptMs: number,
    private readonly ask: (key: string) => Promise<T>,
    private readonly isFound: (answer: T) => boolean,
  ) {}

  of(key: string): Promise<T> {
    const held = this.held.get(key);
    if (held && Date.now() - held.at < this.keptMs) return held.value;
    const value = this.ask(key);
    this.held.set(key, { at: Date.now(), value });
    const forget = (): void => void (this.held.get(key)?.value === value && this.held.delete(key));
    value.then((answer) => this.isFound(answer) || forget(), forget);
    return value;
  }
}
