import type { Collection, StoredRow } from '../engine/collection.ts';
import { decode, decodeTyped } from '../engine/documents.ts';
import type { Doc } from '../engine/documents.ts';
import { CommandError } from '../engine/errors.ts';
import { match, validate } from '../engine/find.ts';
import type { Query } from '../engine/find.ts';
import { change, insert, upsert } from '../engine/modify.ts';
import { toDouble } from '../engine/numbers.ts';
import { compileUpdate, isReplacement } from '../engine/update.ts';
import { isDoc, isNumeric } from '../engine/values.ts';
import { unpaused } from '../wire/turn.ts';
import type { Call } from './call.ts';
import { checkFields } from './command.ts';
import type { Command } from './command.ts';
import { runStatements } from './statements.ts';

export const insertCommand: Command = {
  options: ['documents', 'ordered', 'bypassDocumentValidation'],
  run(call) {
    const documents = call.documents('documents');
    const ordered = call.body['ordered'] !== false;
    return call.write(() => {
      const collection = call.engine.catalog.obtain(call.db, call.target);
      let n = 0;
      const writeErrors = runStatements(documents, ordered, (raw) => {
        insert(collection, raw);
        n++;
      });
      return { n, ...(writeErrors.length > 0 && { writeErrors }) };
    });
  },
};

export const updateCommand: Command = {
  options: ['updates', 'ordered', 'bypassDocumentValidation'],
  run(call) {
    const statements = call.documents('updates').map(readUpdate);
    const ordered = call.body['ordered'] !== false;
    return call.write(() => {
      const total = { n: 0, nModified: 0 };
      const upserted: Doc[] = [];
      const writeErrors = runStatements(statements, ordered, (statement, index) => {
        const { n, nModified, id } = update(call, statement);
        total.n += n;
        total.nModified += nModified;
        if (id !== undefined) upserted.push({ index, _id: id });
      });
      return {
        ...total,
        ...(upserted.length > 0 && { upserted }),
        ...(writeErrors.length > 0 && { writeErrors }),
      };
    });
  },
};

export const deleteCommand: Command = {
  options: ['deletes', 'ordered'],
  run(call) {
    const statements = call.documents('deletes').map(readDelete);
    const ordered = call.body['ordered'] !== false;
    return call.write(() => {
      let n = 0;
      const writeErrors = runStatements(statements, ordered, (query) => {
        validate(query);
        const { collection } = call;
        if (!collection) return;
        for (const row of rowsToChange(call, collection, query)) {
          collection.remove(row);
          n++;
        }
      });
      return { n, ...(writeErrors.length > 0 && { writeErrors }) };
    });
  },
};

interface UpdateStatement {
  query: Query;
  /** The filter with its numbers typed, of which an upsert makes a document. */
  seed: Doc;
  update: unknown;
  multi: boolean;
  upserts: boolean;
}

function readUpdate(raw: Buffer): UpdateStatement {
  const { q, u, multi, upsert: upserts, sort, hint, ...others } = decode(raw);
  checkFields('update', others, []);
  if (!isDoc(q) || u === undefined)
    throw new CommandError(9, 'an update needs q, a filter, and u, an update');
  if (multi === true && sort !== undefined) throw new CommandError(9, 'Cannot specify sort with multi=true');
  const query = { filter: q, sort, hint, limit: multi === true ? 0 : 1 };
  const typed = decodeTyped(raw);
  return {
    query,
    seed: typed['q'] as Doc,
    update: typed['u'],
    multi: multi === true,
    upserts: upserts === true,
  };
}

function readDelete(raw: Buffer): Query {
  const { q, limit, hint, ...others } = decode(raw);
  checkFields('delete', others, []);
  if (!isDoc(q)) throw new CommandError(9, 'a delete needs q, a filter');
  const count = isNumeric(limit) ? toDouble(limit) : NaN;
  if (count !== 0 && count !== 1)
    throw new CommandError(9, 'The limit field in delete objects must be 0 or 1');
  return { filter: q, hint, limit: count };
}

function update(call: Call, { query, seed, update: source, multi, upserts }: UpdateStatement) {
  if (multi && isReplacement(source))
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  const apply = compileUpdate(source);
  validate(query);
  const now = new Date(call.engine.clock.wall());
  const collection = upserts ? call.engine.catalog.obtain(call.db, call.target) : call.collection;
  let n = 0;
  let nModified = 0;
  for (const row of collection ? rowsToChange(call, collection, query) : []) {
    n++;
    if (change(collection!, row, apply, now).modified) nModified++;
  }
  if (n > 0 || !upserts) return { n, nModified };
  return { n: 1, nModified, id: upsert(collection!, seed, source, apply, now).id };
}

/** The rows that a write will change: found before the first is changed, so that none is met again. */
export function* rowsToChange(call: Call, collection: Collection, query: Query): Generator<StoredRow> {
  const found = unpaused(match(call.engine.catalog, collection, query), call.deadline);
  if (query.limit === 1) {
    const [row] = found;
    if (row) yield row;
    return;
  }
  for (const r of Array.from(found, (row) => row.r)) {
    call.deadline.check();
    const row = collection.read(r);
    if (row) yield row;
  }
}
