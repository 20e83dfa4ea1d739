import { createHash, createHmac, createSecretKey, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { TextRef } from '#model';
import type { Asks } from './clock.js';
import { packed, seal, unpacked, unseal } from './sealed-box.js';
import { Recent } from './recent.js';
import type { Lastly } from './transaction.js';
import * as sql from './vault.sql.js';

const SALT_BYTES = 16;
const KEY_BYTES = 32;
const SUBJECTS_KEPT = 500;

/** Whose words they are: one merchant of one institution. */
export const subjectKey = (institutionCode: string, merchantNo: string): string => `${institutionCode}:${merchantNo}`;

/** A sealed text that cannot be opened or is not what it was. Names the text, never the words. */
export class VaultError extends Error {
  constructor(
    readonly textId: string,
    why: string,
  ) {
    super(`text ${textId}: ${why}`);
    this.name = 'VaultError';
  }
}

/** Somebody whose words are sealed, and the key they are sealed with. */
export interface Subject {
  readonly subjectId: string;
  readonly dataKey: Buffer;
}

/** Free words and personal fields, each under its subject's own key, which the vault key wraps. */
export class Vault {
  private readonly keyId: string;
  /** A case stays its merchant's, and a merchant's key stays his. */
  private readonly subjects = new Recent<Subject>(SUBJECTS_KEPT);

  /** @param key the vault key, 32 bytes. */
  constructor(
    private readonly database: DataSource,
    private readonly key: Uint8Array,
  ) {
    if (key.length !== KEY_BYTES) throw new RangeError(`the vault key has ${key.length} bytes, not ${KEY_BYTES}`);
    this.keyId = createHash('sha256').update('reinstate vault key').update(key).digest('hex').slice(0, 16);
  }

  /**
   * Seals texts about a subject, in a given transaction; the references are in the order of the texts.
   * @param lastly takes the statement that adds them, where nobody need wait for it.
   * @param known the subject, where it was asked for before.
   * @throws VaultError when the subject's key was wrapped with another vault key.
   */
  async seal(
    asks: Asks,
    subject: string,
    caseId: string,
    texts: readonly string[],
    lastly?: Lastly,
    known?: Subject,
  ): Promise<TextRef[]> {
    if (texts.length === 0) return [];
    const { subjectId, dataKey } =
      known ?? (await this.subjectOf(asks, subject)) ?? (await this.newSubject(asks, subject));
    const sealed = texts.map((words) => sealText(dataKey, words));
    const adding = asks.query(sql.ADD_TEXTS, [
      caseId,
      subjectId,
      sealed.map(({ textId }) => textId),
      sealed.map(({ box }) => box.ciphertext),
      sealed.map(({ box }) => box.iv),
      sealed.map(({ box }) => box.tag),
      sealed.map(({ commitment }) => commitment),
    ]);
    if (lastly) lastly(adding);
    else await adding;
    return sealed.map(({ textId, commitment }) => ({ textId, commitment }));
  }

  /**
   * Opens texts and checks each against its commitment; ids that are not there are left out.
   * @throws VaultError for a text that was altered or whose key is not at hand.
   */
  async open(textIds: readonly string[]): Promise<Map<string, string>> {
    const opened = await this.disclose(textIds);
    return new Map(opened.map(({ textId, words }) => [textId, words]));
  }

  /**
   * The same with the salt, hex, that lets others check the commitment; in no order.
   * @throws VaultError as `open` does.
   */
  async disclose(textIds: readonly string[]): Promise<{ textId: string; salt: string; words: string }[]> {
    const rows = await this.database.query<sql.TextRow[]>(sql.TEXTS, [textIds]);
    return rows.map((row) => ({ textId: row.text_id, ...openText(this.unwrap(row, row.text_id), row) }));
  }

  /**
   * The merchant a recorded case is about; undefined where nothing was sealed of him yet.
   * @throws VaultError as `seal` does.
   */
  async subjectOfCase(caseId: string): Promise<Subject | undefined> {
    const known = this.subjects.of(caseId);
    if (known) return known;
    const [row] = await this.database.query<sql.SubjectRow[]>(sql.SUBJECT_OF_CASE, [caseId]);
    const subject = row && this.subjectIn(row);
    if (subject) this.subjects.keep(caseId, subject);
    return subject;
  }

  private async subjectOf(asks: Asks, subject: string): Promise<Subject | undefined> {
    const [row] = await asks.query<sql.SubjectRow[]>(sql.SUBJECT, [subject]);
    return row && this.subjectIn(row);
  }

  private subjectIn(row: sql.SubjectRow): Subject {
    return { subjectId: row.subject_id, dataKey: this.unwrap(row, '(new)') };
  }

  /** Of several that make the same subject at once, one key stays and all use it. */
  private async newSubject(asks: Asks, subject: string): Promise<Subject> {
    const [subjectId, dataKey] = [randomUUID(), randomBytes(KEY_BYTES)];
    const added = await asks.query<unknown[]>(sql.ADD_SUBJECT, [
      subjectId,
      subject,
      packed(seal(this.key, subjectId, dataKey)),
      this.keyId,
    ]);
    const known = added.length === 0 ? await this.subjectOf(asks, subject) : undefined;
    return known ?? { subjectId, dataKey };
  }

  private unwrap({ subject_id, wrapped_key, key_id }: sql.SubjectRow, textId: string): Buffer {
    if (key_id !== this.keyId) throw new VaultError(textId, `its subject's key is wrapped with vault key ${key_id}`);
    const dataKey = unseal(this.key, subject_id, unpacked(wrapped_key));
    if (!dataKey) throw new VaultError(textId, "its subject's key was altered");
    return dataKey;
  }
}

const commitmentTo = (salt: Uint8Array, words: Uint8Array): string =>
  createHmac('sha256', createSecretKey(salt)).update(words).digest('hex');

function sealText(dataKey: Buffer, words: string) {
  const textId = `txt_${randomUUID()}`;
  const [salt, bytes] = [randomBytes(SALT_BYTES), Buffer.from(words)];
  const box = seal(dataKey, textId, Buffer.concat([salt, bytes]));
  return { textId, box, commitment: commitmentTo(salt, bytes) };
}

function openText(dataKey: Buffer, row: sql.TextRow): { salt: string; words: string } {
  const bytes = unseal(dataKey, row.text_id, row);
  if (!bytes) throw new VaultError(row.text_id, 'it was altered');
  const [salt, words] = [bytes.subarray(0, SALT_BYTES), bytes.subarray(SALT_BYTES)];
  const commitment = Buffer.from(commitmentTo(salt, words));
  const recorded = Buffer.from(row.commitment);
  if (commitment.length !== recorded.length || !timingSafeEqual(commitment, recorded)) {
    throw new VaultError(row.text_id, 'it does not match its commitment');
  }
  return { salt: salt.toString('hex'), words: words.toString('utf8') };
}
