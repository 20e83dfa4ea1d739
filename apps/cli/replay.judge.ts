import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { z } from 'zod';
import { replayHistories, verdictOf, workflowIdOf, type History, type ReplayVerdict } from '#temporal';
import { CASE_ID_PATTERN } from '../api/cases/case-id.js';
import { replayAnswer } from '../api/audit/audit.schema.js';
import { homeOf, readSettings } from '../standalone/settings.js';
import { readStandalone } from '../standalone/standalone-file.js';
import { tokenOf } from './token.js';

/** A target cannot be judged; the message says what to do. */
export class CannotReplay extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotReplay';
  }
}

/** A verdict, and whether a record was there to compare with; a file is judged by itself. */
export interface Judgement {
  readonly verdict: ReplayVerdict;
  readonly byRecord: boolean;
}

/** A replay may wait for others and take a while itself. */
const ASK_LIMIT_MS = 600_000;

/**
 * The verdict on one target: a case, judged by the running stack against its record, or a file with its history,
 * judged here by itself.
 * @throws CannotReplay, NoToken.
 */
export async function judge(target: string): Promise<Judgement> {
  if (existsSync(target)) return { verdict: await judgeFile(target), byRecord: false };
  if (CASE_ID_PATTERN.test(target)) return { verdict: await askStack(target), byRecord: true };
  throw new CannotReplay(`${target} is neither a case id nor a file`);
}

async function askStack(caseId: string): Promise<ReplayVerdict> {
  const url = process.env['REINSTATE_URL'] || readStandalone(homeOf())?.url;
  if (!url) throw new CannotReplay(`Reinstate does not run on ${homeOf()}. Start it with: npm start`);
  const headers = { authorization: `Bearer ${await tokenOf('auditor')}` };
  const response = await fetch(`${url}/audit/v1/cases/${caseId}/replay`, {
    method: 'POST',
    headers,
    signal: AbortSignal.timeout(ASK_LIMIT_MS),
  });
  const answer: unknown = await response.json();
  if (response.ok) return replayAnswer.parse(answer);
  const detail: unknown = Reflect.get(Object(answer), 'detail');
  throw new CannotReplay(
    `${url} answers ${response.status}: ${typeof detail === 'string' ? detail : 'no reason given'}`,
  );
}

/** What the auditor's API gives for a case, or the history of one run as Temporal's own tools write it. */
const historyFile = z.union([
  z.object({ caseId: z.string(), runs: z.array(z.object({ history: z.unknown() })).min(1) }),
  z.object({ events: z.array(z.unknown()).min(1) }),
]);

async function judgeFile(path: string): Promise<ReplayVerdict> {
  const { caseId, histories } = historiesIn(path, await readFile(path, 'utf8'));
  const { root, given } = readSettings();
  const bundlePath = given.WORKFLOW_BUNDLE ?? `${root}/dist/workflow-bundle.js`;
  if (!existsSync(bundlePath))
    throw new CannotReplay(`There is no workflow code at ${bundlePath}. Build it with: npm run build`);
  const replayed = await replayHistories({ caseId, histories, bundlePath });
  return verdictOf({ caseId, histories, replayed });
}

/**
 * The runs a file holds.
 * @throws CannotReplay for a file that is no history.
 */
export function historiesIn(path: string, text: string): { caseId: string; histories: readonly History[] } {
  try {
    const file = historyFile.parse(JSON.parse(text));
    const histories = ('runs' in file ? file.runs.map(({ history }) => history) : [file]).map((history) =>
      historyFromJSON(history),
    );
    const caseId = 'runs' in file ? file.caseId : workflowIdOf(histories[0] ?? {}).replace(/^case:/, '') || path;
    return { caseId, histories };
  } catch {
    throw new CannotReplay(`${path} holds no Temporal history in JSON`);
  }
}
