export * from './case.messages.js';
export * from './case.activities.js';
export * from './merge.fact.js';
