import {
  decodeCursor,
  pageOf,
  parseInput,
  requirePermission,
  seek,
  type Connection,
  type Sort,
} from '@pictor/kit';
import { z } from 'zod';
import { rankOf, shownStatuses } from './status.ts';
import { searchWords } from './workerName.ts';
import { workerFields, type WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

const maxPage = 200;
const maxSearchChars = 64;

const listing = z.object({
  status: z.array(z.enum(shownStatuses)).nullish(),
  search: z.string().max(maxSearchChars, `must have at most ${maxSearchChars} characters`).nullish(),
  sort: z.enum(['STATUS', 'NAME', 'CREATED', 'UPDATED']),
  order: z.enum(['ASC', 'DESC']),
  first: z.number().int().min(1, 'must be at least 1').max(maxPage, `must be at most ${maxPage}`),
  after: z.string().nullish(),
});

type Listing = z.output<typeof listing>;

/** A page of a provider's workers. */
export interface WorkerPage extends Connection<WorkerRecord> {
  /** How many match in all; counted when asked for. */
  totalCount: () => Promise<number>;
}

/** What each sort goes by before the id, and the form that its cursors have. Each is an index. */
const sorts = {
  STATUS: { fields: ['fleet.rank', 'nameKey'], cursor: z.tuple([z.number(), z.string(), z.string()]) },
  NAME: { fields: ['nameKey'], cursor: z.tuple([z.string(), z.string()]) },
  CREATED: { fields: ['createdAt'], cursor: z.tuple([z.date(), z.string()]) },
  UPDATED: { fields: ['updatedAt'], cursor: z.tuple([z.date(), z.string()]) },
} as const;

/** The provider's workers. Throws UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT. */
export async function listWorkers(
  { workers }: World,
  asker: Asker,
  input: z.input<typeof listing>,
): Promise<WorkerPage> {
  const { id: providerId } = requirePermission(asker, 'provide');
  const asked = parseInput(listing, input);
  const matching = { listOf: providerId, ...narrowedBy(asked) };
  const sort = sortOf(asked);
  const found = await workers
    .find({ $and: [matching, ...after(asked, sort)] }, workerFields)
    .sort(Object.fromEntries(sort))
    .limit(asked.first + 1)
    .lean();
  const page = pageOf(found, asked.first, (worker) => cursorOf(worker, asked.sort));
  return { ...page, totalCount: () => workers.countDocuments(matching) };
}

function narrowedBy({ status, search }: Listing) {
  const words = searchWords(search ?? '');
  return {
    ...(status && { 'fleet.rank': { $in: status.map(rankOf) } }),
    ...(words.length && { $and: words.map((word) => ({ terms: new RegExp(`^${escaped(word)}`) })) }),
  };
}

function sortOf({ sort, order }: Listing): Sort {
  const direction = order === 'ASC' ? 1 : -1;
  return [...sorts[sort].fields, '_id'].map((field) => [field, direction] as const);
}

/** The bound on the first field lets the index begin where the page does; the rest is left to the filter. */
function after({ sort: name, after: cursor }: Listing, sort: Sort) {
  if (cursor === null || cursor === undefined) return [];
  const [first] = parseInput(sorts[name].cursor, decodeCursor(cursor));
  const [[field, direction] = ['_id', 1]] = sort;
  return [{ [field]: direction === 1 ? { $gte: first } : { $lte: first } }, seek(sort, cursor)];
}

function cursorOf({ _id, fleet, nameKey, createdAt, updatedAt }: WorkerRecord, sort: Listing['sort']) {
  const values = {
    STATUS: [fleet.rank, nameKey],
    NAME: [nameKey],
    CREATED: [createdAt],
    UPDATED: [updatedAt],
  };
  return [...values[sort], _id];
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
