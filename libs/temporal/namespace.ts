import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/** Days the server keeps ended runs; its own default of one day would take the histories an auditor replays. */
export const RETENTION_DAYS = 3_650;

/**
 * Set at start only, and never personal data: they are plain text in the server's own tables. The numbers are the
 * server's types KEYWORD and BOOL (temporal.api.enums.v1.IndexedValueType).
 */
const SEARCH_ATTRIBUTES = { ReinstateInstitution: 2, ReinstateSandbox: 5 };

const WAIT_MS = 120_000;
const CALL_MS = 10_000;
const PAUSE_MS = 1_000;
const ALREADY_EXISTS = 6;

/**
 * Brings a namespace to what cases need: it is there, keeps histories long enough, and knows our search attributes.
 * Idempotent; waits up to two minutes for the server and for the namespace to be known to all of its parts.
 * @throws the last failure of the server after that.
 */
export async function prepareNamespace(
  address: string,
  namespace: string,
  retentionDays: number = RETENTION_DAYS,
): Promise<void> {
  const until = Date.now() + WAIT_MS;
  for (;;) {
    try {
      return await prepare(address, namespace, retentionDays);
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

async function prepare(address: string, namespace: string, retentionDays: number): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: CALL_MS });
  const retention = msToTs(`${retentionDays} days`);
  const { workflowService: service, operatorService: operator } = connection;
  try {
    await connection.withDeadline(Date.now() + 2 * CALL_MS, async () => {
      await unlessThere(service.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention }));
      await service.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl: retention } });
      const { customAttributes } = await operator.listSearchAttributes({ namespace });
      const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in customAttributes));
      if (missing.length === 0) return;
      await unlessThere(operator.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(missing) }));
    });
  } finally {
    await connection.close();
  }
}

async function unlessThere(made: Promise<unknown>): Promise<void> {
  await made.catch((error: unknown) => {
    if (!isGrpcServiceError(error) || Number(error.code) !== ALREADY_EXISTS) throw error;
  });
}
