import type { Instant } from '#model';
import { BundleFiles } from './bundle-files.js';
import { historyName } from './bundle.js';
import { CHECKS, Findings, type Check, type Problem } from './findings.js';
import type { TwoPersonAct } from './four-eyes.js';
import { caseOfLeaf } from './leaf.js';
import { checkLife, checkState, type CheckedLife } from './verify-chain.js';
import { checkFourEyes, checkRefusals, checkRules, type RefusalCount } from './verify-decisions.js';
import { checkHistories } from './verify-histories.js';
import {
  checkLog,
  checkSignature,
  readCheckpoint,
  readLeaves,
  type LogWitness,
  type VerifySignature,
} from './verify-log.js';
import { checkDocuments, checkTables, checkTexts, tableNames, type TextCount } from './verify-parts.js';

/** What a bundle is verified with, besides itself. */
export interface VerifyOptions {
  readonly verifySignature: VerifySignature;
  /** The public key (32 bytes, hex) checkpoints must be signed with; without it only the key inside is asked. */
  readonly trustedKey?: string | undefined;
}

/** What verification has found. */
export interface BundleReport {
  /** Nothing is wrong. */
  readonly ok: boolean;
  readonly caseId: string | null;
  /** Number and hash of the last event; null where events are wrong. */
  readonly seq: number | null;
  readonly head: string | null;
  readonly stateHash: string | null;
  readonly checkpoint: {
    readonly size: number;
    readonly root: string;
    readonly at: Instant;
    readonly keyId: string;
  } | null;
  /** Whether the key was one the verifying person named. */
  readonly keyIsTrusted: boolean;
  /** How many things each check has looked at, and whether all of them are right. */
  readonly checks: readonly { readonly check: Check; readonly looked: number; readonly ok: boolean }[];
  readonly decisions: readonly TwoPersonAct[];
  readonly refusals: RefusalCount;
  readonly texts: TextCount;
  readonly problems: readonly Problem[];
  /** The first event of the case that is wrong, missing or too much; null where nothing wrong concerns one event. */
  readonly firstWrongSeq: number | null;
}

/** Verifies a decision bundle by itself: no server, no database, no network. Never throws over what is in it. */
export async function verifyBundle(archive: Uint8Array, options: VerifyOptions): Promise<BundleReport> {
  const findings = new Findings();
  const files = BundleFiles.open(archive, findings);
  const manifest = files.manifest();
  const checkpoint = readCheckpoint(files, findings);
  const leaves = readLeaves(files, findings);
  const caseId =
    leaves?.map(({ leaf }) => caseOfLeaf(leaf)).find((named) => named !== undefined) ?? manifest?.caseId ?? '';
  if (checkpoint && leaves) await checkSignature(checkpoint, leaves, options, findings);
  const witness = checkpoint && leaves ? checkLog(checkpoint, leaves, caseId, findings) : SILENT;
  const life = checkLife(files, caseId, witness, findings);
  checkState(files, manifest, life, findings);
  checkDocuments(files, life, findings);
  const texts = checkTexts(files, life, findings);
  const rules = checkTables(files, life, findings);
  const histories = checkHistories(files, life, witness, findings);
  const refusals = checkRefusals(files, life, { witness, rules }, findings);
  checkRules(life, rules, findings);
  const decisions = checkFourEyes(life, findings);
  if (life.whole) checkNames(files, life, histories, findings);
  const { size, root, at, keyId } = checkpoint ?? {};
  return {
    ok: findings.problems.length === 0,
    caseId: caseId === '' ? null : caseId,
    seq: life.whole ? life.events.length : null,
    head: life.whole ? (life.hashes.at(-1) ?? null) : null,
    stateHash: life.whole ? (manifest?.stateHash ?? null) : null,
    checkpoint: checkpoint ? { size: size!, root: root!, at: at!, keyId: keyId! } : null,
    keyIsTrusted: options.trustedKey !== undefined,
    checks: CHECKS.map((check) => ({
      check,
      looked: findings.counts.get(check) ?? 0,
      ok: findings.problems.every((problem) => problem.check !== check),
    })),
    decisions,
    refusals,
    texts,
    problems: findings.problems,
    firstWrongSeq: firstWrongSeq(findings.problems),
  };
}

const SILENT: LogWitness = { speaks: false, hashes: new Map(), lastSeq: 0, refused: [], archived: [] };

const FIXED = [
  'chain.json',
  'checkpoint.json',
  'documents.json',
  'events.ndjson',
  'log.json',
  'refusals.ndjson',
  'state.json',
  'texts.json',
];

/** Nothing is in a bundle that the format has no place for. */
function checkNames(files: BundleFiles, life: CheckedLife, histories: number, findings: Findings): void {
  const named = [
    ...FIXED,
    ...tableNames(life.states),
    ...Array.from({ length: histories }, (_, place) => historyName(place)),
  ];
  const wanted = ['manifest.json', ...named.sort((a, b) => (a < b ? -1 : 1))];
  if (wanted.join('\n') !== files.names.join('\n'))
    findings.add('manifest', 'files are missing, too much, or not in their order');
}

function firstWrongSeq(problems: readonly Problem[]): number | null {
  const seqs = problems.flatMap(({ seq }) => seq ?? []);
  return seqs.length === 0 ? null : Math.min(...seqs);
}
