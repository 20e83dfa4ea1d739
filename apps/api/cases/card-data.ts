import { hasOwnFormat, holdsCardData, isCardNumber, isSecretMember } from '#model';
import { invalidRequest, Problem, type Finding } from '../problem/problem.js';
import { pointerOf } from '../problem/checked.js';

const DEEPEST = 16;

function* cardDataIn(value: unknown, path: readonly string[]): Generator<string> {
  if (path.length > DEEPEST) throw invalidRequest([{ pointer: '', message: `is nested more than ${DEEPEST} deep` }]);
  const pointer = pointerOf(path);
  if (typeof value === 'string' && !hasOwnFormat(pointer) && holdsCardData(value)) yield pointer;
  if (typeof value === 'number' && isCardNumber(String(value))) yield pointer;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    const at = [...path, name];
    if (isSecretMember(name)) yield pointerOf(at);
    else yield* cardDataIn(member, at);
  }
}

/**
 * The problem with a body that holds a cardholder's full number, security code, track data or PIN anywhere in it;
 * undefined when it holds none. It says where, never what.
 */
export const cardDataProblem = (body: unknown): Problem | undefined => problemAt([...new Set(cardDataIn(body, []))]);

/**
 * Refuses free words that hold card data; their places are known.
 * @throws Problem `guard.card-data`.
 */
export function refuseCardDataInTexts(texts: readonly { readonly text: string; readonly pointer: string }[]): void {
  const problem = problemAt(texts.filter(({ text }) => holdsCardData(text)).map(({ pointer }) => pointer));
  if (problem) throw problem;
}

function problemAt(found: readonly string[]): Problem | undefined {
  if (found.length === 0) return undefined;
  const errors: readonly Finding[] = found.map((pointer) => ({
    pointer,
    message: 'looks like card data; send it masked or not at all',
  }));
  return new Problem('guard.card-data', {
    detail: `Card data must never be sent here. Look at ${found.join(', ')}; nothing was stored.`,
    detailZh: `不得传输银行卡敏感信息,请检查 ${found.join('、')};内容未被保存。`,
    extensions: { errors },
  });
}
