import { hasOwnFormat, holdsCardData, isSecretMember } from '#model';
import { cardDataProblem } from '../cases/card-data.js';
import { Problem, type Finding } from '../problem/problem.js';
import { fieldOf } from './columns.js';
import type { Letter, RowFinding } from './letter.js';
import type { CellRow, List, NoticeRow } from './list.js';
import type { Table } from './table.js';

/** Lines that hold card data, and where on each. */
export type CardRows = ReadonlyMap<number, readonly RowFinding[]>;

/** Columns for what must never be sent, in Chinese. */
const SECRET_HEADER = /安全码|磁道|密码/;
const MESSAGE = 'looks like card data; send it masked or not at all';

function cardCells({ headers, columns }: Table, { cells }: CellRow): readonly RowFinding[] {
  return cells.flatMap((cell, index) => {
    const header = headers[index] ?? '';
    const column = columns.find((one) => one.index === index);
    const pointer = column ? `/${fieldOf(column.field).path.join('/')}` : '';
    const isSecret = isSecretMember(header) || SECRET_HEADER.test(header);
    const found = cell !== '' && (isSecret || (!hasOwnFormat(pointer) && holdsCardData(cell)));
    return found ? [{ pointer, message: MESSAGE, column: header }] : [];
  });
}

function cardMembers({ notice, raw }: NoticeRow): readonly RowFinding[] {
  if (raw !== undefined) return holdsCardData(raw) ? [{ pointer: '', message: MESSAGE }] : [];
  try {
    return (cardDataProblem(notice)?.extensions['errors'] ?? []) as readonly Finding[];
  } catch (error) {
    // Nested too deep to be looked through.
    if (error instanceof Problem)
      return [{ pointer: '', message: 'is nested too deep to be looked through for card data' }];
    throw error;
  }
}

/** Looks through every row of a list, those above its header and behind its last notice too. */
export function cardRowsIn(list: List, table: Table | undefined): CardRows {
  const lines = new Set(table?.rows.map(({ line }) => line));
  const found =
    list.format === 'NDJSON'
      ? list.rows.map((row) => [row.line, cardMembers(row)] as const)
      : list.rows.map((row) => [row.line, cardCells(table && lines.has(row.line) ? table : NO_TABLE, row)] as const);
  return new Map(found.filter(([, findings]) => findings.length > 0));
}

const NO_TABLE: Table = {
  mapping: { sender: '', columns: [], words: {}, trailers: [], usualCapabilities: [] },
  headers: [],
  columns: [],
  rows: [],
  trailer: undefined,
};

/** The letter with its refusal, where a row of it holds card data. */
export function withoutCardData(letter: Letter, cards: CardRows): Letter {
  const faulty = letter.lines.filter((line) => cards.has(line));
  if (faulty.length === 0) return letter;
  const errors = faulty.flatMap((line) => cards.get(line) ?? []);
  const problem = new Problem('guard.card-data', {
    detail: 'Card data must never be sent here. Send the line again with the number masked, or without it.',
    detailZh: '不得传输银行卡敏感信息,请将卡号掩码或删除后重新发送该行。',
    extensions: { errors },
  });
  return { ...letter, problem, faults: cards };
}
