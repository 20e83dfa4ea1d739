import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { sampleNotice, type NoticeWishes } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import type { PartnerSignal } from '#partner';
import { CaseDriver } from './case.driver.js';
import { PNG } from './files.js';
import { answered } from './partners.js';
import type { People } from './people.js';

/** One case between a partner that speaks the plain API, and staff. */
export class PlainStory {
  readonly noticeNo = `TYPE-${randomUUID()}`;
  caseId = '';
  /** Of the paper the partner has uploaded. */
  document: Readonly<Record<string, unknown>> = {};

  constructor(
    private readonly partner: () => PartnerSimulator,
    private readonly people: () => People,
  ) {}

  /** What staff do in the case. */
  get staff(): CaseDriver {
    return new CaseDriver(this.people(), this.caseId);
  }

  /** A notice of a partner, under the number of the story. */
  async notice(code: string, wishes: NoticeWishes = {}, change: object = {}): Promise<PartnerSignal> {
    const notice = sampleNotice(code, { ...wishes, notice: this.noticeNo });
    return Promise.resolve({ ...notice, payload: { ...notice.payload, ...change } });
  }

  /** Hands in a paper as the partner does. */
  async upload(code: string): Promise<void> {
    const form = new FormData();
    form.set('file', new Blob([PNG.bytes], { type: PNG.type }), PNG.name);
    const request = new Request('http://nowhere', { method: 'POST', body: form });
    const bytes = Buffer.from(await request.arrayBuffer());
    const path = `/partner/v1/cases/${this.caseId}/materials/${code}/documents`;
    const type = request.headers.get('content-type')!;
    const { status, body } = await answered<{ documentId: string; sha256: string }>(
      this.partner(),
      this.partner().signedBytes('POST', path, bytes, type),
    );
    expect(status).toBe(201);
    const { documentId, sha256 } = body;
    this.document = { documentId, sha256, bytes: PNG.bytes.length, mediaType: PNG.type };
  }
}
