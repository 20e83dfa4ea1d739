import type { Finding } from '../problem/problem.js';
import { fieldOf, type ColumnMapping, type ListFieldName } from './columns.js';
import type { Place } from './letter.js';
import type { ReadRow, RowDefaults } from './letters.table.js';

type Members = Readonly<Record<string, unknown>>;

/** A notice put together from its rows. */
interface FinishedLetter {
  readonly notice: Members;
  readonly places: ReadonlyMap<string, Place>;
  readonly doubled: ReadonlySet<number>;
  readonly amounts: readonly unknown[];
  readonly findings: readonly Finding[];
}

/** Sets a member however deep it stands. */
function put(members: Record<string, unknown>, [name, ...rest]: readonly string[], value: unknown): void {
  if (name === undefined) return;
  if (rest.length === 0) members[name] = value;
  else put((members[name] ??= {}) as Record<string, unknown>, rest, value);
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

/** Parts of a notice that its rows list one by one; the same part again is not listed twice. */
class PartList {
  readonly parts: Members[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly name: 'restrictions' | 'transactions',
    private readonly places: Map<string, Place>,
  ) {}

  add(part: Members, line: number, columns: Readonly<Record<string, string>>): void {
    const text = JSON.stringify(part);
    if (this.seen.has(text)) return;
    this.seen.add(text);
    const at = `/${this.name}/${this.parts.length}`;
    for (const [member, column] of Object.entries(columns)) this.places.set(`${at}/${member}`, { line, column });
    this.parts.push(part);
  }
}

/** What a row says of each restriction it lists, besides place and capability. */
const OWN_MEMBERS = new Set(['execution', 'limit']);

/** A notice in the making: what its rows say once must agree, what they list is put together. */
export class LetterDraft {
  private readonly said = new Map<string, { path: readonly string[]; value: unknown; line: number }>();
  private readonly codes = new Map<string, string[]>();
  private readonly places = new Map<string, Place>();
  private readonly restrictions = new PartList('restrictions', this.places);
  private readonly transactions = new PartList('transactions', this.places);
  private readonly rows = new Set<string>();
  private readonly doubled = new Set<number>();
  private readonly amounts: unknown[] = [];
  private readonly findings: Finding[] = [];

  constructor(private readonly mapping: ColumnMapping) {}

  add({ row: { line }, said }: ReadRow): void {
    const { amountFen } = partOf(said, 'TRANSACTION').members;
    if (amountFen !== undefined) this.amounts.push(amountFen);
    const text = JSON.stringify([...said].map(([field, { value }]) => [field, value]));
    if (this.rows.has(text)) this.doubled.add(line);
    if (this.doubled.has(line)) return;
    this.rows.add(text);
    for (const [field, { value, column }] of said) {
      const { part, kind } = fieldOf(field);
      if (part === undefined && kind === 'CODES') this.list(field, listOf(value), { line, column });
      else if (part === undefined) this.once(field, value, { line, column });
    }
    this.restrict(line, said);
    this.transact(line, said);
  }

  finished({ sandbox }: RowDefaults): FinishedLetter {
    const notice: Record<string, unknown> = {};
    if (this.mapping.issuer !== undefined) notice['issuer'] = this.mapping.issuer;
    if (sandbox !== undefined) notice['sandbox'] = sandbox;
    for (const { path, value } of this.said.values()) put(notice, path, value);
    for (const [name, values] of this.codes) notice[name] = values;
    if (this.restrictions.parts.length > 0) notice['restrictions'] = this.restrictions.parts;
    if (this.transactions.parts.length > 0) notice['transactions'] = this.transactions.parts;
    const { places, doubled, amounts, findings } = this;
    return { notice, places, doubled, amounts, findings };
  }

  private once(field: ListFieldName, value: unknown, place: Place): void {
    const { path } = fieldOf(field);
    const pointer = `/${path.join('/')}`;
    const before = this.said.get(pointer);
    if (before && before.value !== value) {
      this.findings.push({ pointer, message: `differs from line ${before.line} of the same notice` });
      this.places.set(pointer, place);
    }
    if (before) return;
    this.said.set(pointer, { path, value, line: place.line });
    this.places.set(pointer, place);
  }

  private list(field: ListFieldName, values: readonly string[], place: Place): void {
    const [name = field] = fieldOf(field).path;
    const all = this.codes.get(name) ?? [];
    for (const value of values) {
      if (all.includes(value)) continue;
      this.places.set(`/${name}/${all.length}`, place);
      all.push(value);
    }
    this.codes.set(name, all);
  }

  /** Each terminal, or else store, of the row loses each capability; without one the whole merchant does. */
  private restrict(line: number, said: ReadRow['said']): void {
    const [terminals, stores] = [listOf(said.get('terminalNo')?.value), listOf(said.get('storeNo')?.value)];
    const { members, columns } = partOf(said, 'RESTRICTION');
    if (Object.keys(columns).length === 0) return;
    const { capability } = members;
    const more = Object.fromEntries(Object.entries(members).filter(([name]) => OWN_MEMBERS.has(name)));
    const capabilities = capability === undefined ? this.mapping.usualCapabilities : listOf(capability);
    const places =
      terminals.length > 0
        ? terminals.map((terminalNo) => ({ level: 'TERMINAL', terminalNo }))
        : stores.length > 0
          ? stores.map((storeNo) => ({ level: 'STORE', storeNo }))
          : [{ level: 'MERCHANT' }];
    for (const place of places)
      for (const one of capabilities) this.restrictions.add({ capability: one, ...place, ...more }, line, columns);
  }

  private transact(line: number, said: ReadRow['said']): void {
    const { members, columns } = partOf(said, 'TRANSACTION');
    if (Object.keys(columns).length > 0) this.transactions.add(members, line, columns);
  }
}

/** What a row says of the restriction or transaction it lists, and in which columns. */
function partOf(said: ReadRow['said'], part: 'RESTRICTION' | 'TRANSACTION') {
  const own = [...said].filter(([field]) => fieldOf(field).part === part);
  const name = (field: ListFieldName): string => fieldOf(field).path.join('/');
  return {
    members: Object.fromEntries(own.map(([field, { value }]) => [name(field), value])) as Members,
    columns: Object.fromEntries(own.map(([field, { column }]) => [name(field), column])),
  };
}
