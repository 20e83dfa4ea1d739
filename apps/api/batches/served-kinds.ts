import { senderOf, unservedKind } from '#partner';
import { invalidRequest } from '../problem/problem.js';
import type { Letter } from './letter.js';

/** A letter of a partner's list, refused where it names a kind of merchant that partner does not serve. */
export function ofServedKind(letter: Letter, sender: string): Letter {
  const unserved = letter.problem ? undefined : unservedKind(senderOf(sender), letter.notice);
  return unserved ? { ...letter, problem: invalidRequest([unserved]) } : letter;
}
