import { connect } from 'node:net';
import { ApplicationFailure } from '@temporalio/common';
import type { CaseActivities } from '#contract';

/** Where a service is looked for: by institution, else by issuer; `http(s)://…` or `tcp://host:port`. */
export type ProbeTargets = { readonly [institutionOrIssuer: string]: string };

const LIMIT_MS = 10_000;

/** Looks for a service by HTTP (any answer below 500) or by a TCP connection. */
export const probeActivities = (targets: ProbeTargets): Pick<CaseActivities, 'probe'> => ({
  probe: async ({ issuer, institutionCode }) => {
    const target = targets[institutionCode] ?? targets[issuer];
    if (!target) throw ApplicationFailure.nonRetryable(`no probe address is set for ${institutionCode} or ${issuer}`);
    const url = new URL(target);
    await (url.protocol === 'tcp:' ? connects(url) : answers(url));
  },
});

async function answers(url: URL): Promise<void> {
  const { status } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(LIMIT_MS) });
  if (status >= 500) throw new Error(`${url.host} answers ${status}`);
}

function connects({ hostname, port }: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: LIMIT_MS });
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('timeout', () => socket.destroy(new Error(`${hostname}:${port} does not answer`)));
    socket.once('error', reject);
  });
}
