import type { Command } from 'commander';
import { z } from 'zod';
import { homeOf } from '../standalone/settings.js';
import { readStandalone } from '../standalone/standalone-file.js';
import { STANDALONE_USER_GRANT, STANDALONE_USERS } from '../standalone/users.js';

const tokenAnswer = z.object({ access_token: z.string() });

/** No token can be had; the message says what to do. */
export class NoToken extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoToken';
  }
}

/**
 * A bearer token of a standalone user, from the provider of the running stack; valid for 8 h.
 * @param user a name of the HTTP contract's "Identity": `intake`, `reviewer`, `senior` …
 * @throws NoToken when there is no such user or the stack does not run.
 */
export async function tokenOf(user: string, home: string = homeOf()): Promise<string> {
  if (!STANDALONE_USERS.has(user)) {
    throw new NoToken(`There is no user "${user}". Users: ${[...STANDALONE_USERS.keys()].join(' ')}`);
  }
  const running = readStandalone(home);
  const answer = running && (await ask(running.tokenClient, user));
  if (!answer) throw new NoToken(`Reinstate does not run on ${home}. Start it with: npm start`);
  if (!answer.ok) throw new NoToken(`The OpenID provider answers ${answer.status}: ${await answer.text()}`);
  return tokenAnswer.parse(await answer.json()).access_token;
}

interface TokenClient {
  readonly id: string;
  readonly secret: string;
  readonly endpoint: string;
}

function ask({ id, secret, endpoint }: TokenClient, user: string): Promise<Response | undefined> {
  return fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: STANDALONE_USER_GRANT, username: user }),
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined);
}

/** Adds `token <user>`: prints a bearer token and nothing else. */
export function registerToken(program: Command): void {
  program
    .command('token')
    .description('A bearer token of a standalone user')
    .argument('<user>', [...STANDALONE_USERS.keys()].join(', '))
    .action(async (user: string) => void process.stdout.write(`${await tokenOf(user)}\n`));
}
