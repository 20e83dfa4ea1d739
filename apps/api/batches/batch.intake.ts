import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, BatchStore, type DocumentStorage, type NewBatch, type NewLine } from '#database';
import { DOCUMENT_STORAGE } from '../materials/document.storage-token.js';
import { Scanner } from '../materials/scanner.js';
import { dependencyUnavailable, Problem } from '../problem/problem.js';
import { Answer } from '../requests/answer.js';
import { Idempotency, type Carrying } from '../requests/idempotency.js';
import { requestHash, type OnceRequest } from '../requests/once.js';
import { readFile, type ReadFile } from './batch.reader.js';
import type { BatchQuery } from './batch.schema.js';
import type { SentList } from './batch.upload.js';
import { totalsProblem, type Totals } from './control.totals.js';
import { namesOf, type Letter } from './letter.js';

/** A list that is kept, and may now be worked off. */
export interface TakenBatch {
  readonly batchId: string;
  readonly letters: readonly Letter[];
  /** Of the file as it was sent, hex. */
  readonly sha256: string;
  /** It came before under the same key: some of its lines may be done. */
  readonly resumed: boolean;
}

/** Takes a list in: read, held against its control totals and kept, before the first of its lines is opened. */
@Injectable()
export class BatchIntake {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly batches: BatchStore,
    private readonly scanner: Scanner,
    private readonly database: DataSource,
    @Inject(DOCUMENT_STORAGE) private readonly storage: DocumentStorage,
  ) {}

  /**
   * The same request again is the same batch.
   * @returns an answer where the list is refused as a whole.
   * @throws Problem for a list that cannot be read, and those of {@link Idempotency.runOnce}.
   */
  async take(once: OnceRequest, sent: SentList, said: BatchQuery): Promise<TakenBatch | Answer> {
    const sha256 = createHash('sha256').update(sent.bytes).digest('hex');
    const defaults = { sandbox: said.sandbox === undefined ? undefined : said.sandbox === 'true' };
    const file = await readFile({ ...sent, charset: said.charset ?? sent.charset, sender: said.sender, defaults });
    const declared = [file.declared, totalsSaid(said)];
    const scanned = await this.scanner.scan(sent.bytes).catch(() => {
      throw dependencyUnavailable('The virus scanner');
    });
    const problem = scanned.clean ? totalsProblem(declared, file.counted) : infected(scanned.found);
    const bodyHash = requestHash(once.route, { sha256, said });
    const answer = await this.idempotency.runOnce(
      // Not its own hash: of a body that is a stream there is none.
      { caller: once.caller, key: once.key, route: once.route, bodyHash },
      {
        plan: () => (problem ? Promise.reject(problem) : Promise.resolve({})),
        carryOut: (carrying) => this.keep(carrying, once, { sent, sha256, file, declared }),
      },
    );
    if (answer.isProblem) return answer;
    const { batchId } = answer.body as { readonly batchId: string };
    return { batchId, letters: file.letters, sha256, resumed: answer.replayed };
  }

  /** The bytes first: a batch never names a file that is not there. */
  private async keep(
    carrying: Carrying,
    { caller }: OnceRequest,
    list: { sent: SentList; sha256: string; file: ReadFile; declared: readonly Totals[] },
  ): Promise<Answer> {
    const { sent, sha256, file } = list;
    const { kept, mediaType, bytes } = file.copy;
    const storageKey = bytes === undefined ? null : await this.stored(bytes);
    const { lines, amountFen } = Object.assign({}, ...list.declared) as Totals;
    const batch: NewBatch = {
      batchId: `batch_${randomUUID()}`,
      actorId: caller.id,
      institutions: institutionsIn(file.letters),
      sender: file.sender,
      format: sent.format,
      sha256,
      bytes: sent.bytes.length,
      kept,
      mediaType,
      storageKey,
      rows: file.counted.lines,
      amountFen: String(file.counted.amountFen),
      declaredLines: lines ?? null,
      declaredFen: amountFen === undefined ? null : String(amountFen),
    };
    const answer = new Answer(200, { batchId: batch.batchId });
    await inTransaction(this.database, async (manager) => {
      await this.batches.add(manager, batch, file.letters.flatMap(linesOf));
      await carrying.keep(answer, manager);
    });
    return answer;
  }

  private stored(bytes: Uint8Array): Promise<string> {
    return this.storage.put(bytes).catch((error: unknown) => {
      throw Object.assign(dependencyUnavailable('The document storage'), { cause: error });
    });
  }
}

const totalsSaid = ({ lines, amountFen }: BatchQuery): Totals => ({
  ...(lines !== undefined && { lines }),
  ...(amountFen !== undefined && { amountFen: BigInt(amountFen) }),
});

const linesOf = (letter: Letter): readonly NewLine[] => letter.lines.map((line) => ({ line, ...namesOf(letter) }));

const INSTITUTION = /^(\d{8}|\d{11})$/;

function institutionsIn(letters: readonly Letter[]): readonly string[] {
  const named = letters.map(({ notice }): unknown => Reflect.get(Object(notice), 'institutionCode'));
  return [...new Set(named.filter((code): code is string => typeof code === 'string' && INSTITUTION.test(code)))];
}

const infected = (found: string): Problem =>
  new Problem('guard.infected', {
    detail: `The file holds malware (${found}) and was not kept.`,
    detailZh: `文件含有恶意代码(${found}),未予保存。`,
  });
