import { randomBytes } from 'node:crypto';
import { PROFILES, signPlain, type PartnerSignal, type Signer } from '#partner';

/** A signed request as it goes out. */
export interface Outgoing {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** A partner's system: signs its messages as the real one does and sends them. */
export class PartnerSimulator {
  /** @param signers what this partner signs and seals with; a key pair for the plain API first. */
  constructor(
    readonly code: string,
    private readonly url: string,
    private readonly signers: readonly Signer[],
  ) {}

  /** A signal in the partner's own envelope, for `POST /partner/v1/native/{profile}`. */
  native(signal: PartnerSignal, now = new Date()): Outgoing {
    const profile = PROFILES[this.code]!;
    const { headers, body } = profile.sign(profile.fromSignal(signal), this.signers, now.toISOString());
    return { method: 'POST', path: `/partner/v1/native/${this.code}`, headers, body };
  }

  /** A request of the plain API (api.md §4). */
  plain(method: string, path: string, content?: unknown, now = new Date()): Outgoing {
    const body = content === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(content), 'utf8');
    return this.signedBytes(method, path, body, content === undefined ? undefined : 'application/json', now);
  }

  /** A request of the plain API with a body of any type, such as a file. */
  signedBytes(method: string, path: string, body: Buffer, type?: string, now = new Date()): Outgoing {
    const signer = this.signers.find(({ algorithm }) => algorithm === 'SHA256withRSA');
    if (!signer) throw new TypeError(`${this.code} has no key pair for the plain API`);
    const nonce = randomBytes(16).toString('hex');
    const authorization = signPlain({ method, path, body }, signer, { at: now.toISOString(), nonce });
    const headers: Record<string, string> = { authorization };
    if (type !== undefined) headers['content-type'] = type;
    return { method, path, headers, body };
  }

  /**
   * Sends a request and waits for its answer.
   * @throws Error when nothing answers there.
   */
  async send({ method, path, headers, body }: Outgoing): Promise<Answered> {
    const sent = body.length > 0 ? { body: Uint8Array.from(body) } : {};
    const response = await fetch(this.url + path, { method, headers, redirect: 'error', ...sent }).catch(
      (cause: unknown) => {
        throw new Error(`Nothing answers at ${this.url}`, { cause });
      },
    );
    const contentType = response.headers.get('content-type') ?? '';
    return { status: response.status, contentType, body: await response.text() };
  }
}
