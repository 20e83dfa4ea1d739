import { PartnerSimulator, type Answered, type Outgoing } from '../../apps/cli/partner.simulator.js';
import { homePaths } from '../../apps/standalone/data-home.js';
import { standaloneSigners } from '../../apps/standalone/partner-keys.js';
import { stackHome, stackOf } from './people.js';

/** The simulator of a partner of the stack the server tests run against. */
export async function partnerOf(code: string): Promise<PartnerSimulator> {
  return new PartnerSimulator(code, stackOf().url, await standaloneSigners(homePaths(stackHome()).partners, code));
}

/** What a signal is answered, as far as tests read it. */
export interface SignalBody {
  readonly signalId: string;
  readonly status: string;
  readonly caseId: string;
  readonly seq: number;
  readonly state: string;
  readonly code?: string;
  readonly findings?: readonly { readonly pointer: string; readonly message: string }[];
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

/** An answer of the plain API. */
export interface PlainAnswer<T = SignalBody> {
  readonly status: number;
  readonly body: T;
}

/** Sends a request of the plain API and reads what is answered. */
export async function answered<T = SignalBody>(
  simulator: PartnerSimulator,
  outgoing: Outgoing,
): Promise<PlainAnswer<T>> {
  const { status, body }: Answered = await simulator.send(outgoing);
  return { status, body: JSON.parse(body) as T };
}

/** Tells something over the plain API. */
export const tell = (simulator: PartnerSimulator, signal: object): Promise<PlainAnswer> =>
  answered(simulator, simulator.plain('POST', '/partner/v1/signals', signal));

/** Asks the plain API. */
export const ask = <T = SignalBody>(simulator: PartnerSimulator, path: string): Promise<PlainAnswer<T>> =>
  answered<T>(simulator, simulator.plain('GET', path));
