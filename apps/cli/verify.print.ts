import type { BundleReport } from '#audit';
import type { BundleReplay } from './verify.replay.js';

/** What came of one file. */
export type VerifyResult = { readonly file: string } & BundleReport & {
    readonly replay?: BundleReplay;
  };

/** Whether nothing at all is wrong. */
export const isSoundResult = ({ ok, replay }: VerifyResult): boolean =>
  ok && (!replay || (replay.deterministic && replay.matches));

const WORDS: Readonly<Record<string, string>> = {
  archive: 'the archive is the canonical one, byte for byte',
  manifest: 'the files are those the manifest lists',
  checkpoint: 'the checkpoint is signed',
  log: 'all leaves about the case are in the log',
  chain: 'the events are one chain, each the one the log was shown',
  state: 'the events fold to the state',
  documents: 'documents have the hashes the events brought',
  texts: 'disclosed texts are those the events are committed to',
  policies: 'policy and calendar are those the case is bound to',
  histories: 'Temporal histories are those the log was shown',
  refusals: 'refusals are those the log was shown, and would be refused again',
  rules: 'the rules give every event again',
  'four-eyes': 'decisions are the acts of two persons on one evidence',
};

/** The result for people: one line a check, one for each problem. */
export function linesOf(result: VerifyResult): readonly string[] {
  const { file, caseId, seq, head, checkpoint, checks, problems, refusals, texts, decisions, replay } = result;
  const trust = result.keyIsTrusted ? 'the key you named' : 'the key inside; give --key to name the one you trust';
  return [
    `${isSoundResult(result) ? '✓' : '✗'} ${file}: ${caseId ?? 'no case'}${seq === null ? '' : `, ${seq} events, head ${head}`}`,
    ...(checkpoint
      ? [`  checkpoint ${checkpoint.at}, ${checkpoint.size} leaves, key ${checkpoint.keyId} (${trust})`]
      : []),
    ...checks.map(({ check, looked, ok }) => `  ${ok ? '✓' : '✗'} ${WORDS[check] ?? check} (${looked})`),
    ...decisions.map(
      ({ seq: at, command, maker, checker, evidenceHash, fault }) =>
        `    ${fault === null ? '✓' : '✗'} event ${at} ${command}: ${maker ?? 'nobody'} and ${checker}, evidence ${evidenceHash.slice(0, 16)}…`,
    ),
    `  refusals: ${refusals.proven} proven, ${refusals.undecidable} not of the rules; texts: ${texts.disclosed} disclosed, ${texts.withheld} withheld`,
    ...(replay ? replayLines(replay) : []),
    ...problems.map(
      ({ check, seq: at, file: where, offset, what }) =>
        `  ! ${[check, at === undefined ? '' : `event ${at}`, where ?? '', offset === undefined ? '' : `byte ${offset}`].filter(Boolean).join(', ')}: ${what}`,
    ),
    ...(result.firstWrongSeq === null ? [] : [`  first wrong event: ${result.firstWrongSeq}`]),
  ];
}

const replayLines = ({ buildId, deterministic, matches, problems }: BundleReplay): readonly string[] => [
  `  ${deterministic && matches ? '✓' : '✗'} the workflow code ${buildId} computes the same events from the histories`,
  ...problems.map((what) => `  ! replay: ${what}`),
];
