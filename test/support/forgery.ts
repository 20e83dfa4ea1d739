import { createHash } from 'node:crypto';
import { GENESIS, linkHash, readZip, sealBundle, type Manifest, type ProvenLeaf } from '#audit';
import { canonical, fold, hashOf, type CaseEvent } from '#model';

/** One event as it lies in a bundle, free to be altered. */
export type LooseEvent = Record<string, unknown> & {
  seq: number;
  caseId: string;
  at: string;
  type: string;
  requestId: string;
  payload: { fields: Record<string, unknown>; changes: Record<string, unknown> };
};

/**
 * A bundle in the hands of somebody who may alter everything and knows the format, but not the key: whatever can be
 * computed anew is computed anew.
 */
export class Forgery {
  private constructor(
    private readonly files: Map<string, Buffer>,
    readonly manifest: Manifest,
  ) {}

  static of(bundle: Uint8Array): Forgery {
    const files = new Map(readZip(bundle).entries.map(({ name, bytes }) => [name, Buffer.from(bytes)]));
    const manifest = JSON.parse(files.get('manifest.json')!.toString()) as Manifest;
    files.delete('manifest.json');
    return new Forgery(files, manifest);
  }

  bytes(name: string): Buffer {
    return this.files.get(name)!;
  }

  json<T>(name: string): T {
    return JSON.parse(this.bytes(name).toString()) as T;
  }

  lines(name: string): string[] {
    return this.bytes(name).toString().split('\n').slice(0, -1);
  }

  get events(): LooseEvent[] {
    return this.lines('events.ndjson').map((line) => JSON.parse(line) as LooseEvent);
  }

  get leaves(): ProvenLeaf[] {
    return this.json('log.json');
  }

  get names(): string[] {
    return [...this.files.keys()];
  }

  set(name: string, content: Buffer | string | object): this {
    const text = typeof content === 'object' && !Buffer.isBuffer(content) ? canonical(content) : content;
    this.files.set(name, Buffer.from(text));
    return this;
  }

  setLines(name: string, lines: readonly string[]): this {
    return this.set(name, lines.map((line) => `${line}\n`).join(''));
  }

  /** Puts other events in; chain and state are made anew as far as they fold. */
  setEvents(events: readonly LooseEvent[]): this {
    const lines = events.map(canonical);
    let hash = GENESIS.hash;
    const chain = lines.map((line) => (hash = linkHash(hash, Buffer.from(line))));
    this.setLines('events.ndjson', lines).set('chain.json', chain);
    try {
      this.set('state.json', fold(events as unknown as CaseEvent[])!);
    } catch {
      // Events that do not fold have no state; the old one stays.
    }
    return this;
  }

  /** Numbers events from 1 on. */
  static renumbered(events: readonly LooseEvent[]): LooseEvent[] {
    return events.map((event, place) => ({ ...event, seq: place + 1 }));
  }

  /** The archive of what is there now, with a manifest that fits. */
  seal(): Buffer {
    const state = this.json<{ caseId: string; seq: number }>('state.json');
    const chain = this.json<string[]>('chain.json');
    const files = [...this.files].map(([name, bytes]) => ({ name, bytes }));
    const { caseId, seq } = state;
    return Buffer.from(sealBundle(files, { caseId, seq, head: chain.at(-1) ?? '', stateHash: hashOf(state) }));
  }
}

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
