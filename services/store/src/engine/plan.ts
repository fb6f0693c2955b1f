import type { Collection } from './collection.ts';
import { conditionsOf } from './conditions.ts';
import type { Bound, Condition, Conditions } from './conditions.ts';
import type { Doc } from './documents.ts';
import { CommandError } from './errors.ts';
import { impliesPartial } from './impliesPartial.ts';
import { after, encodePrefix } from './keys.ts';
import type { SecondaryIndex } from './secondaryIndex.ts';
import type { SortField } from './sort.ts';
import { RANK, equal, isDoc, rank } from './values.ts';

/** The `_id` index has no table of its own: its keys stand in the collection's. */
export const ID_INDEX = {
  spec: { key: { _id: 1 }, name: '_id_' },
  fields: ['_id'],
  directions: [1 as 1 | -1],
  unique: true,
  sparse: false,
  partial: undefined,
  multikey: false,
} as const;

type PlannedIndex = SecondaryIndex | typeof ID_INDEX;

/** Keys from `start` up to, and without, `end`. */
export interface KeyRange {
  start: Buffer;
  end: Buffer;
}

/** How to find what a filter matches. */
export interface Plan {
  collection: Collection;
  /** Undefined: read the whole collection, in the order of its rows. */
  index: PlannedIndex | undefined;
  ranges: KeyRange[];
  direction: 1 | -1;
  /** Do the rows come in the order that was asked for? */
  sorted: boolean;
  /** Does every row found match, so that none need be tested? */
  exact: boolean;
}

/** The most key ranges that one plan has. */
const MAX_RANGES = 2000;

interface Candidate {
  index: PlannedIndex;
  /** How many leading fields are bound by equality. */
  equalities: number;
  range: Condition | undefined;
  sorted: boolean;
  direction: 1 | -1;
  exact: boolean;
  score: number;
}

/**
 * Chooses an index for a filter and a sort.
 * @param hint an index's name or key to use; `{ $natural: 1 }` to use none
 * @throws CommandError when there is no index as hinted
 */
export function choosePlan(
  collection: Collection,
  filter: Doc,
  sort: readonly SortField[],
  hint?: unknown,
): Plan {
  const conditions = conditionsOf(filter);
  const hinted = hint === undefined ? undefined : hintedIndex(collection, hint);
  const indexes = hinted ?? [ID_INDEX, ...collection.indexes];
  let best: Candidate | undefined;
  for (const index of indexes) {
    const candidate = consider(index, conditions, filter, sort, hinted !== undefined);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  if (best) {
    const { index, direction, sorted, exact } = best;
    return { collection, index, ranges: rangesOf(best, conditions), direction, sorted, exact };
  }
  const exact = conditions.count === 0 && !conditions.partial;
  return { collection, index: undefined, ranges: [], direction: 1, sorted: sort.length === 0, exact };
}

function hintedIndex(collection: Collection, hint: unknown): PlannedIndex[] {
  if (hint === '$natural' || (isDoc(hint) && '$natural' in hint)) return [];
  const found = [ID_INDEX, ...collection.indexes].find(({ spec }) =>
    typeof hint === 'string' ? spec.name === hint : equal(spec.key, hint),
  );
  if (found) return [found];
  throw new CommandError(2, `error processing query: hint provided does not correspond to an existing index`);
}

function consider(
  index: PlannedIndex,
  conditions: Conditions,
  filter: Doc,
  sort: readonly SortField[],
  hinted: boolean,
): Candidate | undefined {
  const { fields } = conditions;
  if (index.sparse && !index.fields.some((field) => demandsValue(fields.get(field)))) return undefined;
  if (index.partial && !impliesPartial(fields, index.partial)) return undefined;
  const { equalities, points } = equalityPrefix(index, fields);
  const range = rangeAfter(index, equalities, fields);
  const direction = sortDirection(index, equalities, points, sort);
  if (equalities === 0 && !range && direction === undefined && !hinted && !index.partial) return undefined;
  const sides = Number(range?.low !== undefined) + Number(range?.high !== undefined);
  const bound = index.fields.slice(0, equalities).map((field) => fields.get(field)!);
  const answersAll = !conditions.partial && conditions.count === equalities + sides && !index.multikey;
  return {
    index,
    equalities,
    range,
    sorted: sort.length === 0 || direction !== undefined,
    direction: direction ?? 1,
    exact: answersAll && !bound.some(({ equals }) => equals?.includes(null)),
    score:
      equalities * 100 +
      [0, 50, 60][sides]! +
      (direction !== undefined && sort.length > 0 ? 55 : 0) +
      (index.unique && equalities === index.fields.length ? 40 : 0) +
      (index.partial ? 10 : 0) -
      (index.multikey ? 5 : 0) -
      index.fields.length,
  };
}

/** Does the condition hold of no document that lacks the field? */
function demandsValue(condition: Condition | undefined): boolean {
  if (!condition) return false;
  return Boolean(
    condition.low ?? condition.high ?? condition.exists ?? condition.equals?.every((value) => value !== null),
  );
}

function equalityPrefix(
  index: PlannedIndex,
  fields: Map<string, Condition>,
): { equalities: number; points: number } {
  let points = 1;
  let equalities = 0;
  for (const field of index.fields) {
    const equals = fields.get(field)?.equals;
    if (!equals || points * equals.length > MAX_RANGES) break;
    points *= equals.length;
    equalities++;
  }
  return { equalities, points };
}

/** The range on the field after the equal ones; in a multikey index different elements may satisfy its two ends. */
function rangeAfter(
  index: PlannedIndex,
  equalities: number,
  fields: Map<string, Condition>,
): Condition | undefined {
  const { equals, low, high } = fields.get(index.fields[equalities] ?? '') ?? {};
  if (equals || (!low && !high)) return undefined;
  if (low && high && (index.multikey || rank(low.value) !== rank(high.value))) return { low };
  return { ...(low && { low }), ...(high && { high }) };
}

/** Which way to read the index for its order to be the sort's; undefined when neither is. */
function sortDirection(
  index: PlannedIndex,
  equalities: number,
  points: number,
  sort: readonly SortField[],
): 1 | -1 | undefined {
  if (sort.length === 0 || index.multikey || points !== 1) return undefined;
  const fixed = index.fields.slice(0, equalities);
  const rest = sort.filter(({ name }) => !fixed.includes(name));
  const first = rest[0];
  if (!first) return 1;
  const direction = first.direction === index.directions[equalities] ? 1 : -1;
  const follows = rest.every(
    ({ name, direction: wanted }, i) =>
      index.fields[equalities + i] === name && wanted * index.directions[equalities + i]! === direction,
  );
  return follows ? direction : undefined;
}

function rangesOf({ index, equalities, range }: Candidate, { fields }: Conditions): KeyRange[] {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  for (let i = 0; i < equalities; i++) {
    const direction = [index.directions[i]!];
    const points = fields.get(index.fields[i]!)!.equals!.map((value) => encodePrefix([value], direction));
    const distinct = [...new Map(points.map((point) => [point.toString('latin1'), point])).values()];
    prefixes = prefixes.flatMap((prefix) => distinct.map((point) => Buffer.concat([prefix, point])));
  }
  const ranges = prefixes.map((prefix) =>
    range ? rangeWithin(prefix, range, index.directions[equalities]!) : { start: prefix, end: after(prefix) },
  );
  return ranges.sort((a, b) => Buffer.compare(a.start, b.start));
}

/** The keys that begin with `prefix` and go on with a value in the range, all of one type. */
function rangeWithin(prefix: Buffer, { low, high }: Condition, direction: 1 | -1): KeyRange {
  const type = rank((low ?? high)!.value);
  const key = (bound: Bound) => Buffer.concat([prefix, encodePrefix([bound.value], [direction])]);
  const typeKey = (byte: number) =>
    Buffer.concat([prefix, Buffer.from([direction < 0 ? 0xff - byte : byte])]);
  const least = type === RANK.number ? key({ value: -Infinity, exclusive: false }) : typeKey(type);
  const greatest = typeKey(type === RANK.boolean ? type + 1 : type);
  const from = { key: low ? key(low) : least, exclusive: low?.exclusive ?? false };
  const to = { key: high ? key(high) : greatest, exclusive: high?.exclusive ?? false };
  const [first, last] = direction < 0 ? [to, from] : [from, to];
  return {
    start: first.exclusive ? after(first.key) : first.key,
    end: last.exclusive ? last.key : after(last.key),
  };
}
