import { Inject, Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';

/** What stands in the way of taking requests. */
export interface Missing {
  readonly part: 'database' | 'temporal' | 'retention';
  readonly why: string;
}

const ASK_LIMIT_MS = 1_500;
/** Runs are archived within hours; the rest is for an archiver that stands still. */
const LEAST_RETENTION_DAYS = 30;
const DAY_SECONDS = 86_400;

/** Whether this process can serve: its database answers, and Temporal, which keeps ended runs long enough. */
@Injectable()
export class Readiness {
  constructor(
    private readonly database: DataSource,
    @Inject(Client) private readonly client: Client,
  ) {}

  /** Empty when ready. Answers within two seconds. */
  async missing(): Promise<readonly Missing[]> {
    const found = await Promise.all([this.askDatabase(), this.askTemporal()]);
    return found.flatMap((missing) => missing ?? []);
  }

  private async askDatabase(): Promise<Missing | undefined> {
    const late = AbortSignal.timeout(ASK_LIMIT_MS);
    const tooLate = new Promise<never>((_, reject) =>
      late.addEventListener('abort', () => reject(new Error('late')), { once: true }),
    );
    return Promise.race([this.database.query('SELECT 1'), tooLate]).then(
      () => undefined,
      () => ({ part: 'database', why: 'PostgreSQL does not answer' }),
    );
  }

  private async askTemporal(): Promise<Missing | undefined> {
    const { namespace } = this.client.options;
    const asked = this.client.withDeadline(Date.now() + ASK_LIMIT_MS, () =>
      this.client.workflowService.describeNamespace({ namespace }),
    );
    return asked.then(
      ({ config }) => retentionMissing(namespace, Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0)),
      () => ({ part: 'temporal', why: `Temporal does not answer for namespace ${namespace}` }),
    );
  }
}

function retentionMissing(namespace: string, seconds: number): Missing | undefined {
  if (seconds >= LEAST_RETENTION_DAYS * DAY_SECONDS) return undefined;
  const days = Math.floor(seconds / DAY_SECONDS);
  return {
    part: 'retention',
    why: `namespace ${namespace} keeps ended runs for ${days} days; it must be ${LEAST_RETENTION_DAYS} or more`,
  };
}
