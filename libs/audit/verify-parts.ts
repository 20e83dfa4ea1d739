import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, type Calendar, type Case, type CaseEvent, type Policy, type Rules, type TextRef } from '#model';
import type { BundleFiles } from './bundle-files.js';
import { calendarName, policyName, type BundledDocument, type DisclosedText } from './bundle.js';
import type { Findings } from './findings.js';
import type { CheckedLife } from './verify-chain.js';

interface UploadFields {
  readonly code: string;
  readonly documentId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** The papers that events of a case name by their hash, in the order they came in, with the event that brought each. */
export function documentsIn(events: readonly CaseEvent[]): readonly (BundledDocument & { readonly seq: number })[] {
  const found = new Map<string, BundledDocument & { readonly seq: number }>();
  for (const { type, seq, payload } of events) {
    if (type !== 'UPLOAD') continue;
    const { code: material, documentId, sha256: hash, bytes, mediaType } = payload.fields as UploadFields;
    if (!found.has(documentId)) found.set(documentId, { documentId, material, sha256: hash, bytes, mediaType, seq });
  }
  return [...found.values()];
}

/** The papers of the record are those the events name. */
export function checkDocuments(files: BundleFiles, life: CheckedLife, findings: Findings): void {
  const value = files.json('documents.json', 'documents');
  const recorded: readonly unknown[] = Array.isArray(value) ? value : [];
  const named = documentsIn(life.events);
  const wrong = (what: string, seq?: number): void =>
    findings.add('documents', what, { file: 'documents.json', ...(seq !== undefined && { seq }) });
  for (const [place, { seq, ...document }] of named.entries()) {
    findings.looked('documents');
    // A list that is cut short, or no list at all, has nothing in this place.
    if (canonical(recorded[place] ?? null) !== canonical(document)) {
      return wrong(`document ${document.documentId} is not the one that event ${seq} brought`, seq);
    }
  }
  if (life.whole && recorded.length !== named.length) wrong('there are more documents than events brought');
}

/** Every reference to words in a value, with their commitment. */
export function textRefsIn(value: unknown): readonly TextRef[] {
  if (typeof value !== 'object' || value === null) return [];
  const { textId, commitment } = value as { readonly textId?: unknown; readonly commitment?: unknown };
  if (typeof textId === 'string' && typeof commitment === 'string') return [{ textId, commitment }];
  return Object.values(value).flatMap(textRefsIn);
}

/** HMAC-SHA256(salt, words), hex: what an event says of words it does not hold. */
export const commitmentTo = ({ salt, words }: Pick<DisclosedText, 'salt' | 'words'>): string =>
  bytesToHex(hmac(sha256, hexToBytes(salt), utf8ToBytes(words)));

/** How many texts the events speak of, and how many of them are disclosed. */
export interface TextCount {
  readonly disclosed: number;
  readonly withheld: number;
}

/** Disclosed words are those the events are committed to. */
export function checkTexts(files: BundleFiles, life: CheckedLife, findings: Findings): TextCount {
  const value = files.json('texts.json', 'texts');
  const disclosed = Array.isArray(value) ? value.filter(isDisclosed) : [];
  const wrong = (what: string, seq?: number): void =>
    findings.add('texts', what, { file: 'texts.json', ...(seq !== undefined && { seq }) });
  if (!Array.isArray(value) || disclosed.length !== value.length) wrong('it is not as the format has it');
  const named = new Map<string, { readonly commitment: string; readonly seq: number }>();
  for (const event of life.events) {
    for (const { textId, commitment } of textRefsIn(event.payload)) {
      if (!named.has(textId)) named.set(textId, { commitment, seq: event.seq });
    }
  }
  for (const [place, text] of disclosed.entries()) {
    findings.looked('texts');
    const known = named.get(text.textId);
    if (place > 0 && text.textId <= (disclosed[place - 1]?.textId ?? '')) wrong('the texts are not in order');
    if (!known && life.whole) wrong(`no event speaks of text ${text.textId}`);
    if (known && commitmentTo(text) !== known.commitment)
      wrong(`text ${text.textId} is not the one event ${known.seq} is committed to`, known.seq);
  }
  return { disclosed: disclosed.length, withheld: Math.max(0, named.size - disclosed.length) };
}

function isDisclosed(value: unknown): value is DisclosedText {
  const { textId, salt, words, ...more } = Object(value) as Record<string, unknown>;
  const isSalt = typeof salt === 'string' && /^([0-9a-f]{2}){16,64}$/.test(salt);
  return typeof textId === 'string' && isSalt && typeof words === 'string' && Object.keys(more).length === 0;
}

/** The tables of a bundle by version. */
export class BundledRules {
  constructor(
    private readonly policies: ReadonlyMap<string, Policy>,
    private readonly calendars: ReadonlyMap<string, Calendar>,
    private readonly hashes: ReadonlyMap<string, string>,
  ) {}

  /** Undefined when one of the two is not in the bundle. */
  of(policyVersion: string, calendarVersion: string): Rules | undefined {
    const [policy, calendar] = [this.policies.get(policyVersion), this.calendars.get(calendarVersion)];
    if (!policy || !calendar) return undefined;
    const hashAt = (name: string): string => this.hashes.get(name) ?? '';
    return {
      policy,
      calendar,
      policyHash: hashAt(policyName(policyVersion)),
      calendarHash: hashAt(calendarName(calendarVersion)),
    };
  }
}

/** The tables are those the case is bound to by their hashes; the files read are the ones that may be there. */
export function checkTables(files: BundleFiles, life: CheckedLife, findings: Findings): BundledRules {
  const [policies, calendars, hashes] = [
    new Map<string, Policy>(),
    new Map<string, Calendar>(),
    new Map<string, string>(),
  ];
  const table = (name: string, pinned: string, seq: number): unknown => {
    if (hashes.has(name)) return undefined;
    const value = files.json(name, 'policies');
    hashes.set(name, files.sha256(name) ?? '');
    findings.looked('policies');
    if (value !== undefined && files.sha256(name) === pinned) return value;
    findings.add('policies', `${name} is not the table the case is bound to`, { seq, file: name });
    return undefined;
  };
  for (const state of life.states) {
    const policy = table(policyName(state.policyVersion), state.policyHash, state.seq);
    if (policy !== undefined) policies.set(state.policyVersion, policy as Policy);
    const calendar = table(calendarName(state.calendarVersion), state.calendarHash, state.seq);
    if (calendar !== undefined) calendars.set(state.calendarVersion, calendar as Calendar);
  }
  return new BundledRules(policies, calendars, hashes);
}

/** The names of the tables a life is bound to. */
export const tableNames = (states: readonly Case[]): readonly string[] => [
  ...new Set(
    states.flatMap(({ policyVersion, calendarVersion }) => [policyName(policyVersion), calendarName(calendarVersion)]),
  ),
];
