import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { errors, Provider, type Adapter, type ResourceServer } from 'oidc-provider';
import type { Secrets } from './secrets.js';
import { STANDALONE_USER_GRANT, STANDALONE_USERS, TOKEN_CLIENT_ID, userOf } from './users.js';

const TOKEN_SECONDS = 8 * 60 * 60;
const RESOURCE = 'urn:reinstate:api';
const API: ResourceServer = {
  scope: '',
  audience: 'reinstate',
  accessTokenFormat: 'jwt',
  accessTokenTTL: TOKEN_SECONDS,
  jwt: { sign: { alg: 'RS256' } },
};

/** Serves the local OpenID provider at `issuer` (http, a local port). */
export async function serveOidc(issuer: string, secrets: Secrets): Promise<Server> {
  const provider = standaloneProvider(issuer, secrets);
  const server = createServer((request, response) => void provider.callback()(request, response));
  server.listen(Number(new URL(issuer).port), '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function standaloneProvider(issuer: string, secrets: Secrets): Provider {
  const provider = new Provider(issuer, {
    adapter: NothingStored,
    clients: [
      {
        client_id: TOKEN_CLIENT_ID,
        client_secret: secrets.tokenClientSecret,
        grant_types: [STANDALONE_USER_GRANT],
        redirect_uris: [],
        response_types: [],
      },
    ],
    ttl: { AccessToken: TOKEN_SECONDS },
    cookies: { keys: [secrets.tokenClientSecret] },
    jwks: { keys: [secrets.signingKey] },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: true, defaultResource: () => RESOURCE, getResourceServerInfo: () => API },
    },
    extraTokenClaims: (_, token) => ('accountId' in token ? claimsOf(token.accountId) : undefined),
  });
  provider.registerGrantType<{ username?: string }>(
    STANDALONE_USER_GRANT,
    async (ctx) => {
      ctx.body = await tokenFor(provider, ctx.oidc.client, ctx.oidc.params.username ?? '');
    },
    ['username'],
  );
  return provider;
}

type Client = ConstructorParameters<Provider['AccessToken']>[0]['client'];

async function tokenFor(provider: Provider, client: Client, username: string) {
  const user = STANDALONE_USERS.get(username);
  if (!user) throw new errors.InvalidGrant(`no standalone user "${username}"`);
  const token = new provider.AccessToken({
    client,
    accountId: user.sub,
    resourceServer: new provider.ResourceServer(RESOURCE, API),
    grantId: STANDALONE_USER_GRANT,
    gty: STANDALONE_USER_GRANT,
  });
  return { access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration };
}

function claimsOf(sub: string) {
  const user = userOf(sub);
  return user && { name: user.name, roles: user.roles, institutions: user.institutions, sandbox: user.sandbox };
}

/** Keeps nothing: its tokens carry everything, and without a browser there are no sessions. */
class NothingStored implements Adapter {
  upsert() {
    return Promise.resolve();
  }
  find() {
    return Promise.resolve(undefined);
  }
  findByUserCode() {
    return Promise.resolve(undefined);
  }
  findByUid() {
    return Promise.resolve(undefined);
  }
  consume() {
    return Promise.resolve();
  }
  destroy() {
    return Promise.resolve();
  }
  revokeByGrantId() {
    return Promise.resolve();
  }
}
