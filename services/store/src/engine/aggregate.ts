import type { Catalog } from './catalog.ts';
import type { Collection } from './collection.ts';
import { count } from './count.ts';
import { decode } from './documents.ts';
import type { Doc } from './documents.ts';
import { CommandError } from './errors.ts';
import { find } from './find.ts';
import type { Found, Query } from './find.ts';
import type { Pause } from './scan.ts';
import { compileStage, wholeNumber } from './stages.ts';
import type { Stage, Stream } from './stages.ts';
import { stageOf } from './transforms.ts';
import { equal, isDoc } from './values.ts';

const MAX_STAGES = 100;
/** What the driver's countDocuments() asks for after its filter. */
const COUNT_ALL = { $group: { _id: 1, n: { $sum: 1 } } };

/** A pipeline whose first stages have become a query, which an index can answer. */
export interface Pipeline {
  query: Query;
  stages: Stage[];
  /** Does it only count what the query finds? */
  counts: boolean;
}

/** Compiles a pipeline. @throws CommandError for what is malformed or not supported */
export function compilePipeline(pipeline: unknown, hint?: unknown): Pipeline {
  if (!Array.isArray(pipeline)) throw new CommandError(14, `'pipeline' must be an array`);
  if (pipeline.length > MAX_STAGES)
    throw new CommandError(7749501, `a pipeline has at most ${MAX_STAGES} stages`);
  const rest = pipeline.map(stageOf);
  const take = (name: string) => (rest[0]?.[0] === name ? rest.shift()![1] : undefined);
  const filters: Doc[] = [];
  for (let filter = take('$match'); filter !== undefined; filter = take('$match'))
    filters.push(filter as Doc);
  if (!filters.every(isDoc))
    throw new CommandError(15959, 'the match filter must be an expression in an object');
  const query: Query = {
    filter: filters.length === 0 ? {} : filters.length === 1 ? filters[0]! : { $and: filters },
    hint,
  };
  query.sort = take('$sort');
  const skip = take('$skip');
  if (skip !== undefined) query.skip = wholeNumber('$skip', skip);
  const limit = take('$limit');
  if (limit !== undefined) query.limit = wholeNumber('$limit', limit);
  const counts = rest.length === 1 && equal({ [rest[0]![0]]: rest[0]![1] }, COUNT_ALL);
  const stages = rest.map(([name, specification], i) =>
    compileStage(name, specification, limitAfter(rest, i)),
  );
  return { query, stages, counts };
}

/** Runs a pipeline over a collection. */
export function* aggregate(
  catalog: Catalog,
  collection: Collection | undefined,
  { query, stages, counts }: Pipeline,
): Generator<Found | Pause> {
  if (counts) {
    const n = yield* count(catalog, collection, query);
    if (n > 0) yield { _id: 1, n };
    return;
  }
  const found = find(catalog, collection, query);
  if (stages.length === 0) return yield* found;
  yield* stages.reduce<Stream>((stream, stage) => stage(stream), decoded(found));
}

/** How many documents the stage after a `$sort` lets through. */
function limitAfter(stages: [name: string, specification: unknown][], at: number): number {
  const next = stages[at + 1];
  return next?.[0] === '$limit' ? wholeNumber('$limit', next[1]) : Infinity;
}

function* decoded(found: Iterable<Found | Pause>): Generator<Doc | Pause> {
  for (const doc of found) yield doc && (Buffer.isBuffer(doc) ? decode(doc) : (doc as Doc));
}
