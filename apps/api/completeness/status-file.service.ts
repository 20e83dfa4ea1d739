import { Inject, Injectable } from '@nestjs/common';
import { HeldPlaceStore, PartnerStore, StatusFileStore, type DocumentStorage, type FoundDifference } from '#database';
import type { Instant } from '#model';
import {
  comparePlaces,
  DIFFERENCE_KINDS,
  OWNER_OF,
  ownsMerchant,
  readStatusFile,
  sha256Of,
  standingOf,
  writeStatusFile,
  type DifferenceKind,
  type ListedPlace,
  type Ownership,
  type PlaceVerdict,
  type StatusForm,
} from '#partner';
import { checkSandboxRight } from '../auth/sandbox.right.js';
import { DOCUMENT_STORAGE } from '../materials/document.storage-token.js';
import { callerFor, type PartnerIdentity } from '../partners/partner.identity.js';
import { checked } from '../problem/checked.js';
import { invalidRequest, Problem } from '../problem/problem.js';
import { Answer } from '../requests/answer.js';
import { beijingDay, dayOf, endOfBeijingDay, sandboxQuery } from './beijing-day.js';

/** What happened before midnight is recorded so long after it, as a rule. */
const SETTLED_MS = 5 * 60_000;
const SHOWN = 100;

/** Partners' lists of what they hold stopped, and ours for them. */
@Injectable()
export class StatusFileService {
  constructor(
    private readonly places: HeldPlaceStore,
    private readonly files: StatusFileStore,
    private readonly partners: PartnerStore,
    @Inject(DOCUMENT_STORAGE) private readonly storage: DocumentStorage,
  ) {}

  /**
   * Keeps a partner's list as it came and compares it with the record at the end of its day, or now where that is not
   * over. Whole or not at all.
   * @throws Problem `request.invalid` with the lines, `case.not-found` for merchants that are not the partner's.
   */
  async take(partner: PartnerIdentity, day: string, query: unknown, form: StatusForm, bytes: Uint8Array) {
    const { sandbox, at } = this.asked(partner, day, query);
    const file = readStatusFile(bytes, form, day);
    if ('errors' in file) throw invalidRequest(file.errors);
    await this.checkOwned(partner, file.lines, at);
    const { code } = partner;
    const merchants = [...new Set(file.lines.map(({ merchantNo }) => merchantNo))];
    const ours = await this.places.heldAt({ partner: code, sandbox, at, merchants });
    const found = comparePlaces(file.lines, ours).flatMap(differenceOf);
    const storageKey = await this.storage.put(bytes);
    const received = {
      partner: code,
      sandbox,
      day,
      form,
      sha256: sha256Of(bytes),
      storageKey,
      lines: file.lines.length,
    };
    const outcome = await this.files.take(received, found);
    const { sha256, lines } = received;
    const differences = Object.fromEntries(DIFFERENCE_KINDS.map((kind) => [kind, outcome.differences[kind] ?? 0]));
    return new Answer(outcome.repeat ? 200 : 201, { ...outcome, day, sandbox, sha256, lines, differences });
  }

  /**
   * Our own list for a partner, of the end of a day. It is made when it is asked for, from what was recorded up to then:
   * the record only grows, so the same day makes the same bytes, none is missed while a worker is down, and what was
   * recorded late is in it.
   * @throws Problem `day.not-over`.
   */
  async give(partner: PartnerIdentity, day: string, query: unknown, form: StatusForm): Promise<string> {
    const { sandbox } = this.asked(partner, day, query);
    const at = endOfBeijingDay(day);
    if (!sandbox && Date.now() < Date.parse(at) + SETTLED_MS) throw notOver(day);
    // The first instant of the next day is not of this one.
    const held = await this.places.heldAt({ partner: partner.code, sandbox, at: before(at) });
    const stopped = held.filter((place) => standingOf(place) === 'STOPPED');
    return writeStatusFile(day, stopped, form);
  }

  /** A sandbox case lives by a clock of its own, so any day will do for it. */
  private asked(partner: PartnerIdentity, day: string, query: unknown): { sandbox: boolean; at: Instant } {
    const { sandbox } = checked(sandboxQuery, query, ['sandbox']);
    checkSandboxRight(sandbox, callerFor(partner));
    const now = new Date().toISOString();
    const end = before(endOfBeijingDay(dayOf(day)));
    if (!sandbox && day > beijingDay(now))
      throw invalidRequest([{ pointer: '/day', message: 'has not begun; send the list of a day that is over' }]);
    return { sandbox, at: sandbox || end < now ? end : now };
  }

  private async checkOwned({ code }: PartnerIdentity, lines: readonly ListedPlace[], at: Instant): Promise<void> {
    const relations = (await this.partners.ownershipOf(code)) as readonly Ownership[];
    const foreign = lines.flatMap(({ merchantNo, institutionCode }, index) =>
      ownsMerchant(relations, code, merchantNo, at, institutionCode) ? [] : [index + 1],
    );
    if (foreign.length === 0) return;
    const shown = foreign.slice(0, SHOWN);
    throw new Problem('case.not-found', {
      detail: `These entries of the list name merchants that are not yours: ${shown.join(', ')}. Nothing was taken.`,
      detailZh: `名单中以下条目的商户不属于贵方:${shown.join('、')};整份名单未被接收。`,
      extensions: { entries: shown },
    });
  }
}

const before = (at: Instant): Instant => new Date(Date.parse(at) - 1).toISOString();

const isDifference = (kind: PlaceVerdict['kind']): kind is DifferenceKind =>
  (DIFFERENCE_KINDS as readonly string[]).includes(kind);

function differenceOf({ kind, merchantNo, itemId, caseId, institutionCode }: PlaceVerdict): FoundDifference[] {
  if (!isDifference(kind)) return [];
  return [{ merchantNo, itemId, kind, owner: OWNER_OF[kind], caseId, institutionCode }];
}

const notOver = (day: string): Problem =>
  new Problem('day.not-over', {
    detail: `The day ${day} is not over in Beijing; ask again five minutes after its end.`,
    detailZh: `${day} 尚未结束,请于次日 00:05 后再取。`,
  });
