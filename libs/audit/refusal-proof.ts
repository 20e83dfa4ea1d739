import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, type Command, type Instant } from '#model';

/**
 * A refusal that was answered, with what proves it: `decide` on the case folded up to `seq`, with this command and this
 * `now`, gives this code again. Members left out were not known; without a command it cannot be decided again.
 */
export interface RefusalProof {
  readonly refusalId: string;
  /** By the database's clock. */
  readonly at: Instant;
  readonly code: string;
  readonly row?: string | null | undefined;
  readonly actorId: string;
  readonly actorRoles: readonly string[];
  readonly caseId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly seq?: number | undefined;
  readonly stateHash?: string | undefined;
  readonly chainHead?: string | undefined;
  readonly now?: Instant | undefined;
  readonly command?: Command | undefined;
  readonly policyVersion?: string | undefined;
  readonly calendarVersion?: string | undefined;
  readonly rulesRevision?: number | undefined;
}

const MEMBERS = [
  'refusalId',
  'at',
  'code',
  'row',
  'actorId',
  'actorRoles',
  'caseId',
  'requestId',
  'seq',
  'stateHash',
  'chainHead',
  'now',
  'command',
  'policyVersion',
  'calendarVersion',
  'rulesRevision',
] as const satisfies readonly (keyof RefusalProof)[];

/** The text of a refusal that its REFUSED leaf is the hash of: canonical, without members that are not there or null. */
export const refusalText = (refusal: RefusalProof): string =>
  canonical(Object.fromEntries(MEMBERS.flatMap((name) => (refusal[name] === null ? [] : [[name, refusal[name]]]))));

/** SHA-256 of a text in UTF-8, hex. */
export const textSha256 = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
