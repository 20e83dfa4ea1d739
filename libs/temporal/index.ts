export type { CommandOutcome } from './case.calls.js';
export { CaseClient } from './case.client.js';
export type { Opening, Resumption } from './case.start.js';
export { CaseUnavailable, isUnknownRun } from './case.failures.js';
export { temporalClient } from './connection.js';
export { leftBy } from './last.run.js';
export { faultOf, standingOf, type LiveRun, type RunQuestion, type RunStanding } from './run.standing.js';
export {
  endingOf,
  fetchHistory,
  historyToPlain,
  previousRunIdOf,
  runIdOf,
  workflowIdOf,
  type History,
} from './history.js';
export { buildIdOf } from './bundle.id.js';
export { replayHistories, type Replayed, type ReplayedRun, type ReplayOrder } from './replay.js';
export { ReplaySession, type CaseRuns } from './replay.session.js';
export type { RecordedChain, ReplayProblem } from './replay.record.js';
export { isSound, verdictOf, type ReplayEvidence, type ReplayVerdict } from './replay.verdict.js';
export { prepareNamespace, RETENTION_DAYS } from './namespace.js';
