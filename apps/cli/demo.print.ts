import type { ReinstateClient, Schemas } from '#client';
import { answerOf } from './demo.answer.js';

type Say = (line: string) => void;

const timelineOf = async (client: ReinstateClient, caseId: string) =>
  answerOf(await client.GET('/api/v1/cases/{id}/timeline', { params: { path: { id: caseId } } }));

const both = ({ zh, en }: Schemas['Words']): string => `${zh} · ${en}`;
const moment = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** Says what will happen to the case by itself, as it stands now. */
export async function printForecast(client: ReinstateClient, caseId: string, say: Say): Promise<void> {
  const { now, forecast } = await timelineOf(client, caseId);
  say(`  预测 · forecast at ${moment(now)}`);
  for (const { at, what, unless } of forecast)
    say(`    ${moment(at)}  ${both(what)}${unless ? `  (除非 ${unless.zh} · unless ${unless.en})` : ''}`);
}

/** Says what has happened, event by event; answers how many events there are. */
export async function printTimeline(client: ReinstateClient, caseId: string, say: Say): Promise<number> {
  const { past } = await timelineOf(client, caseId);
  say('\n时间线 · timeline');
  for (const { seq, at, text, actor, state } of past) {
    say(`  ${String(seq).padStart(3)}  ${moment(at)}  ${both(text)}  [${actor.id}]${state ? `  → ${state}` : ''}`);
  }
  return past.length;
}
