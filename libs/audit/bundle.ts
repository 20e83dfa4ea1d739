import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { CALENDARS, canonical, evolve, hashOf, POLICIES, type Case, type CaseEvent } from '#model';
import type { ChainRow } from './chain.js';
import type { Checkpoint } from './checkpoint.js';
import type { LogLeaf } from './leaf.js';
import { refusalText, type RefusalProof } from './refusal-proof.js';
import { writeZip, type ZipEntry } from './zip.js';

/** Name and version of the format; `README.md` describes it. */
export const BUNDLE_FORMAT = 'reinstate-bundle-1';

/** A leaf with its place in the log and the proof that it is there (RFC 6962, from the leaf up). */
export interface ProvenLeaf {
  readonly index: number;
  readonly leaf: LogLeaf;
  readonly proof: readonly string[];
}

/** Words whose commitment stands in the events, with the salt (hex) that opens it. */
export interface DisclosedText {
  readonly textId: string;
  readonly salt: string;
  readonly words: string;
}

/** A paper as the record holds it; the bytes themselves are not part of a bundle. */
export interface BundledDocument {
  readonly documentId: string;
  readonly material: string;
  readonly sha256: string;
  /** Length. */
  readonly bytes: number;
  readonly mediaType: string;
}

/** Everything a bundle is made of. */
export interface BundleParts {
  /** The whole chain up to the head, in order. */
  readonly rows: readonly ChainRow[];
  /** In the order of their REFUSED leaves. */
  readonly refusals: readonly RefusalProof[];
  /** Every leaf about the case up to the last of the tree, and the KEY leaf of the checkpoint's key; in order. */
  readonly leaves: readonly ProvenLeaf[];
  readonly checkpoint: Checkpoint;
  /** JSON texts, first run to last. */
  readonly histories: readonly string[];
  readonly documents: readonly BundledDocument[];
  readonly texts: readonly DisclosedText[];
}

/** What the first file says of the others. */
export interface Manifest {
  readonly format: string;
  readonly caseId: string;
  readonly seq: number;
  /** Hash of the last event. */
  readonly head: string;
  /** SHA-256 of the canonical text of the case after it. */
  readonly stateHash: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

export const historyName = (place: number): string => `histories/${String(place + 1).padStart(4, '0')}.json`;
export const policyName = (version: string): string => `policies/${version}.json`;
export const calendarName = (version: string): string => `calendars/${version}.json`;

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');
const LINE_FEED = Uint8Array.of(10);

/**
 * The canonical zip of a case's proof. A record that was altered is packed as it stands: verification says what is wrong.
 * @throws RangeError when there is no case in it, or its rules are not known here.
 */
export function packBundle(parts: BundleParts): Uint8Array {
  const folded = foldAll(parts.rows);
  const files: Readonly<Record<string, string>> = {
    'chain.json': canonical(parts.rows.map(({ hash }) => hash)),
    'checkpoint.json': canonical(parts.checkpoint),
    'documents.json': canonical(parts.documents),
    'log.json': canonical(parts.leaves),
    'refusals.ndjson': lines(parts.refusals.map(refusalText)),
    'state.json': canonical(folded.case),
    'texts.json': canonical(parts.texts),
    ...tables(folded.policies, policyName, POLICIES),
    ...tables(folded.calendars, calendarName, CALENDARS),
    ...Object.fromEntries(parts.histories.map((json, place) => [historyName(place), json])),
  };
  const events = concatBytes(...parts.rows.flatMap(({ bytes }) => [bytes, LINE_FEED]));
  const entries = Object.entries(files).map(([name, text]) => ({ name, bytes: utf8ToBytes(text) }));
  return sealBundle([...entries, { name: 'events.ndjson', bytes: events }], {
    caseId: folded.case.caseId,
    seq: folded.case.seq,
    head: parts.rows.at(-1)?.hash ?? '',
    stateHash: hashOf(folded.case),
  });
}

/** Orders the files and puts the manifest in front. */
export function sealBundle(files: readonly ZipEntry[], of: Omit<Manifest, 'format' | 'files'>): Uint8Array {
  const ordered = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const listed = ordered.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) }));
  const manifest: Manifest = { format: BUNDLE_FORMAT, ...of, files: listed };
  return writeZip([{ name: 'manifest.json', bytes: utf8ToBytes(canonical(manifest)) }, ...ordered]);
}

/** As far as the rows are events that follow one another. */
function foldAll(rows: readonly ChainRow[]) {
  const [policies, calendars] = [new Set<string>(), new Set<string>()];
  let current: Case | undefined;
  try {
    for (const { bytes } of rows) {
      current = evolve(current, JSON.parse(new TextDecoder().decode(bytes)) as CaseEvent);
      policies.add(current.policyVersion);
      calendars.add(current.calendarVersion);
    }
  } catch {
    // What comes from here on is no chain of events; the verifier says so.
  }
  if (!current) throw new RangeError('there is no case in these rows');
  return { case: current, policies, calendars };
}

const tables = (
  versions: ReadonlySet<string>,
  nameOf: (version: string) => string,
  known: Readonly<Record<string, unknown>>,
) =>
  Object.fromEntries(
    [...versions].map((version) => {
      if (!Object.hasOwn(known, version)) throw new RangeError(`version ${version} of the rules is not known here`);
      return [nameOf(version), canonical(known[version])];
    }),
  );
