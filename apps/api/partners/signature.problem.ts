import type { FastifyRequest } from 'fastify';
import type { Refused, RefusalCode } from '#partner';
import { Problem } from '../problem/problem.js';

const HELP: Readonly<Record<RefusalCode, readonly [en: string, zh: string]>> = {
  'auth.missing': [
    'Sign the request: Authorization: REINSTATE-SHA256withRSA partner=…,serial=…,timestamp=…,nonce=…,signature=…',
    '请求未签名,请按接口规范在 Authorization 头中提供签名。',
  ],
  'signature.invalid': [
    'The signature does not hold for this request under a live key of the partner. Sign METHOD, path with query, timestamp, nonce and the SHA-256 of the raw body.',
    '签名验证未通过,请检查密钥序列号、算法与待签名串。',
  ],
  'signature.stale': ['The timestamp is more than 300 s away from our clock.', '时间戳与服务器时间相差超过 300 秒。'],
};

/** 401 for a message that is not known to be genuine; the answer does not tell why, the log does. */
export function signatureProblem(request: FastifyRequest, { refused, why }: Refused): Problem {
  request.log.warn({ code: refused, why }, 'a message was not taken for genuine');
  const [detail, detailZh] = HELP[refused];
  return new Problem(refused, { detail, detailZh });
}

/** 401 for a message that came before. */
export const replayedProblem = (): Problem =>
  new Problem('signature.replayed', {
    detail: 'This nonce was used before. Sign every request anew, a resend too.',
    detailZh: '随机串已被使用,每次请求(包括重发)须重新签名。',
  });
