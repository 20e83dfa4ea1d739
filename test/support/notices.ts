import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A notice as a partner or intake sends it; the contract's "A notice" names the members. */
export interface NoticeBody {
  readonly issuer: string;
  readonly noticeNo: string;
  readonly merchantNo: string;
  readonly institutionCode: string;
  readonly reasonCodes: readonly string[];
  readonly restrictions: readonly object[];
  readonly [member: string]: unknown;
}

/** One sample as it lies in the file, and what a test is titled with. */
export interface Sample {
  readonly title: string;
  readonly notice: NoticeBody;
}

const FILE = join(import.meta.dirname, 'sample.notices.ndjson');

/**
 * Two synthetic notices each of a trading violation, of inactivity and of an expired qualification, one a line: those of
 * the project's sample set whose way leads through the review. No merchant or person in them is real.
 */
export const SAMPLES: readonly Sample[] = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as NoticeBody)
  .map((notice) => ({ title: `${notice.reasonCodes.join()} ordered by ${notice.issuer}`, notice }));

/** The sample of an issuer and a reason. */
export function sampleOf(issuer: string, reason: string): NoticeBody {
  const found = SAMPLES.find(({ notice }) => notice.issuer === issuer && notice.reasonCodes.includes(reason));
  if (!found) throw new Error(`no sample of ${issuer} for ${reason}`);
  return found.notice;
}

const mark = (bytes: number): string => randomBytes(bytes).toString('hex').toUpperCase();

/** The same notice under a number nobody has used: another line, so another case. */
export const renumbered = (notice: NoticeBody): NoticeBody => ({
  ...notice,
  noticeNo: `${notice.noticeNo}-${mark(4)}`,
});

/** A sandbox notice of its own number against a merchant of its own; members may be said otherwise. */
export function aNotice(
  members: Partial<NoticeBody> = {},
  sample = sampleOf('ALLINPAY', 'TRADING_VIOLATION'),
): NoticeBody {
  return { ...renumbered(sample), merchantNo: `${sample.merchantNo.slice(0, 11)}${mark(2)}`, ...members };
}
