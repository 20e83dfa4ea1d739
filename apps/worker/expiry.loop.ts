import type { ExpiringPaperStore } from '#database';
import { expiryText } from '#model';
import type { Loop } from './loop.js';

const EVERY_MS = 60_000;

/**
 * Tells merchants that a paper on file expires, 90, 30 and 7 days before. The message goes the way of those the cases
 * send, and is no event of a case: it may be over long since.
 * @param delivery whether the channel proves delivery as it takes a message.
 */
export function expiryLoop(papers: ExpiringPaperStore, delivery: 'AT_ONCE' | 'LATER'): Loop {
  const round = async (): Promise<void> => {
    for (const paper of await papers.due()) await papers.tell(paper, expiryText(paper), delivery);
  };
  return { name: 'expiry', everyMs: EVERY_MS, round };
}
