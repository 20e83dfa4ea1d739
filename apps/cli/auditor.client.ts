import { readStandalone } from '../standalone/standalone-file.js';
import { homeOf } from '../standalone/settings.js';
import { tokenOf } from './token.js';

/** Asks an address of the running stack as its auditor. */
export type AskAuditor = (path: string) => Promise<Response>;

/**
 * The auditor's way into the running stack.
 * @throws Error when it does not run; asking throws where the answer is no success.
 */
export async function auditorOfStack(): Promise<AskAuditor> {
  const url = process.env['REINSTATE_URL'] || readStandalone(homeOf())?.url;
  if (!url) throw new Error(`Reinstate does not run on ${homeOf()}. Start it with: npm start`);
  const headers = { authorization: `Bearer ${await tokenOf('auditor')}` };
  return async (path) => {
    const response = await fetch(url + path, { headers });
    if (!response.ok) throw new Error(`${url}${path} answers ${response.status}`);
    return response;
  };
}
