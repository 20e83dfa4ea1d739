/**
 * How much a worker takes on at once. One thread runs workflow code, so most tasks wait for it; what matters is which ones
 * may: four of ten pollers wait for cases it does not hold yet, for with fewer new cases queue up behind those under way.
 */
export const WORKER_TUNING = {
  maxCachedWorkflows: 500,
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentActivityTaskExecutions: 20,
  workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 40 },
  nonStickyToStickyPollRatio: 0.4,
} as const;
