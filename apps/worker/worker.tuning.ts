/** How much a worker takes on at once. One thread runs workflow code, so more tasks at once would only wait for it. */
export const WORKER_TUNING = {
  maxCachedWorkflows: 500,
  maxConcurrentWorkflowTaskExecutions: 20,
  maxConcurrentActivityTaskExecutions: 20,
} as const;
