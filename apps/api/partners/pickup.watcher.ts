import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '#config';
import { BRANCH_LIST, isProblem, readPickup, type PickupLine } from '#partner';
import { problemOf } from '../problem/problem-of.js';
import { CONFIG } from '../settings.js';
import type { PartnerIdentity } from './partner.identity.js';
import { PartnerKeys } from './partner.keys.js';
import { PickupFolder, type PickedFile } from './pickup.folder.js';
import { nativeIncoming } from './signal.reader.js';
import { SignalService } from './signal.service.js';

const LOOK_EVERY_MS = 2_000;
const PARTNER = 'unionpay';

/** Takes in the lists UnionPay's branches put into a folder, line by line; what became of each lies beside the list. */
@Injectable()
export class PickupWatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stop = new AbortController();
  private readonly logger = new Logger(PickupWatcher.name);
  private watching: Promise<void> = Promise.resolve();

  constructor(
    private readonly keys: PartnerKeys,
    private readonly signals: SignalService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    const { UNIONPAY_PICKUP } = this.config;
    if (UNIONPAY_PICKUP !== undefined) this.watching = this.watch(new PickupFolder(UNIONPAY_PICKUP));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.watching;
  }

  private async watch(folder: PickupFolder): Promise<void> {
    while (!this.stop.signal.aborted) {
      await this.round(folder).catch((error: unknown) => this.logger.warn(`the pick-up folder: ${String(error)}`));
      await sleep(LOOK_EVERY_MS, undefined, { signal: this.stop.signal }).catch(() => undefined);
    }
  }

  private async round(folder: PickupFolder): Promise<void> {
    await folder.open();
    for (let file = await folder.take(); file && !this.stop.signal.aborted; file = await folder.take())
      await this.takeIn(folder, file);
  }

  /** A list that was cut off is refused whole: its lines come again with the mended one. */
  private async takeIn(folder: PickupFolder, file: PickedFile): Promise<void> {
    const partner = await this.keys.identityOf(PARTNER);
    if (!partner) throw new Error('UnionPay is not registered as a partner');
    const { lines, problems } = readPickup(file.bytes, BRANCH_LIST, file.at.toISOString());
    if (problems.length > 0) return folder.putAway(file, 'refused', [{ problems }]);
    const results: object[] = [];
    for (const line of lines) results.push(await this.line(partner, line));
    await folder.putAway(file, 'done', results);
    this.logger.log(`${file.name}: ${lines.length} lines taken in`);
  }

  /** @throws Problem 503 when it could not be kept: the file is begun anew. */
  private async line(partner: PartnerIdentity, { line, contentHash, result }: PickupLine): Promise<object> {
    if (isProblem(result)) return { line, status: 'REJECTED', code: result.problem, errors: result.errors };
    try {
      const { signal, received } = nativeIncoming(partner, result.signal, result.findings);
      const incoming = { partner, signal, received: { ...received, bodyHash: contentHash } };
      const { body } = await this.signals.take(incoming, false);
      return { line, ...(body as object) };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500) throw error;
      return { line, status: 'REJECTED', code: problem.code, detail: problem.detail, ...problem.extensions };
    }
  }
}
