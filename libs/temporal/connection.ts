import { Client, Connection, isRetryableError, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { Config } from '#config';

const FIRST_PAUSE_MS = 20;
const PAUSE_GROWTH = 4;
const LONGEST_PAUSE_MS = 1_280;
const RECONNECT_LONGEST_MS = 1_000;
const MOST_ATTEMPTS = 10;

/** Time before asking again for the `attempt`-th time (from 1): 20, 80, 320, then 1,280 ms each. */
export const pauseMs = (attempt: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * PAUSE_GROWTH ** (attempt - 1));

/**
 * A client that connects when it is first used and again whenever the connection is lost; making one never fails.
 * Every call goes through `client.withDeadline`: a call without one waits for ever on a server that is away.
 */
export function temporalClient({ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE }: Config): Client {
  const connection = Connection.lazy({
    address: TEMPORAL_ADDRESS,
    // The library's own pauses grow to seconds and its reconnects to minutes: a request has five seconds in all.
    interceptors: [
      makeGrpcRetryInterceptor({
        retryableDecider: (attempt, status) => attempt < MOST_ATTEMPTS && isRetryableError(status),
        delayFunction: pauseMs,
      }),
    ],
    channelArgs: {
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': RECONNECT_LONGEST_MS,
    },
  });
  return new Client({ connection, namespace: TEMPORAL_NAMESPACE });
}
