import type { ClaimedDelivery, EndpointStore, PartnerStore } from '#database';
import { PROFILES, selfSigned, signWebhook, type KeyAlgorithm, type Signer } from '#partner';
import type { Posted } from './webhook.post.js';

const OURS = { partner: 'reinstate', serial: 'reinstate-1' } as const;
const SHARED: readonly KeyAlgorithm[] = ['HMAC-SHA256', 'AES-256-GCM'];

/** Makes what is sent to an endpoint, signed anew on every try. */
export class WebhookMessages {
  /** @param signingKey PEM of our private RSA key, for partners that want their own format; undefined where there is none. */
  constructor(
    private readonly endpoints: EndpointStore,
    private readonly partners: PartnerStore,
    private readonly signingKey: string | undefined,
  ) {}

  /** @throws Error when the partner's format needs a key that is not there. */
  async of(delivery: ClaimedDelivery, now: Date): Promise<Posted> {
    return delivery.scheme === 'native' ? this.native(delivery, now) : this.standard(delivery, now);
  }

  private async standard({ endpointId, url, messageId, event }: ClaimedDelivery, now: Date): Promise<Posted> {
    const body = JSON.stringify(event);
    const secrets = await this.endpoints.secretsOf(endpointId, now.toISOString());
    const signed = signWebhook({ id: messageId, timestampS: Math.floor(now.getTime() / 1000), body }, secrets);
    return { url, headers: { 'content-type': 'application/json', ...signed }, body: Buffer.from(body, 'utf8') };
  }

  private async native({ partner, url, event }: ClaimedDelivery, now: Date): Promise<Posted> {
    const profile = PROFILES[partner];
    if (!profile) throw new Error(`${partner} has no format of its own`);
    const { headers, body } = profile.sign(
      profile.mapEvent(event),
      await this.signersFor(partner, now),
      now.toISOString(),
    );
    return { url, headers, body };
  }

  /** Our own key pair, and the secrets a partner shares with us. */
  private async signersFor(partner: string, now: Date): Promise<readonly Signer[]> {
    const at = now.toISOString();
    const keys = await this.partners.keysOf(partner);
    const shared = keys
      .filter(({ notBefore, notAfter }) => notBefore <= at && (notAfter === null || at < notAfter))
      .flatMap(({ serial, algorithm, secret }) =>
        secret !== null && SHARED.includes(algorithm as KeyAlgorithm)
          ? [{ ...OURS, serial, algorithm: algorithm as KeyAlgorithm, secret }]
          : [],
      );
    if (this.signingKey === undefined) return shared;
    const certificate = selfSigned(this.signingKey, 'reinstate', now);
    const own: Signer = { ...OURS, algorithm: 'SHA256withRSA', privateKey: this.signingKey, certificate };
    return [own, ...shared];
  }
}
