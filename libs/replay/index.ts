export { CaseEvidence, type Evidence } from './case.evidence.js';
export { CaseHistories, type CaseTrail, type RunHistory } from './case.histories.js';
export { RecordedChains } from './recorded.chains.js';
export { StandingReplayer, type ReplayerParts } from './standing.replayer.js';
export { finishRun, type ReportStore } from './standing.report.js';
