import { Injectable } from '@nestjs/common';
import { verifyChain, type ChainRow } from '#audit';
import type { Carried } from '#contract';
import { CaseStore, type RecordedCase } from '#database';
import { fold, hashOf, type CaseEvent } from '#model';
import { Problem } from '../problem/problem.js';

/** Reads a case out of its record as a workflow is to go on with it, and only if the record proves itself. */
@Injectable()
export class RecordProof {
  constructor(private readonly cases: CaseStore) {}

  /**
   * The fold of every recorded event and the end of their chain.
   * @param held the case as its view shows it; both must be the same.
   * @throws Problem `guard.record-broken` where the chain does not hold, or the view shows another case.
   */
  async carried({ case: viewed, head }: RecordedCase): Promise<Carried> {
    const rows: ChainRow[] = [];
    for await (const row of this.cases.chainRows(viewed.caseId)) if (row.seq <= head.seq) rows.push(row);
    const chain = verifyChain(rows);
    if (!chain.ok) throw recordBroken(chain.seq, chain.why);
    const folded = fold(rows.map(eventIn));
    const isWhole = folded && chain.head.seq === head.seq && chain.head.hash === head.hash;
    if (!isWhole || hashOf(folded) !== hashOf(viewed)) throw recordBroken(head.seq, 'the view shows another case');
    return { case: folded, head, unrecorded: [], ring: [] };
  }
}

const eventIn = ({ bytes }: ChainRow): CaseEvent => JSON.parse(Buffer.from(bytes).toString('utf8')) as CaseEvent;

const recordBroken = (seq: number, why: string): Problem =>
  new Problem('guard.record-broken', {
    detail: `The record of the case does not prove itself at event ${seq}: ${why}. It is not started again from such a record; tell the auditor.`,
    detailZh: `案件记录在第 ${seq} 号事件处校验不通过,不能据此恢复运行,请联系审计。`,
    extensions: { seq },
  });
