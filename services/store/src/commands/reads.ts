import { aggregate, compilePipeline } from '../engine/aggregate.ts';
import { count } from '../engine/count.ts';
import { distinct } from '../engine/distinct.ts';
import { CommandError, refuse } from '../engine/errors.ts';
import { find } from '../engine/find.ts';
import type { Query } from '../engine/find.ts';
import { toDouble } from '../engine/numbers.ts';
import { isNumeric } from '../engine/values.ts';
import type { Call } from './call.ts';
import type { Command } from './command.ts';

/** `allowDiskUse` permits and demands nothing; `noCursorTimeout` would let a cursor leak and is refused. */
export const findCommand: Command = {
  options: [
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'allowDiskUse',
  ],
  run(call) {
    const { engine, collection, ns, maxTimeMS, turn, body } = call;
    const query = { ...queryOf(call, 'filter'), sort: body['sort'] };
    const found = find(engine.catalog, collection, query, body['projection']);
    const size = call.count('batchSize');
    const only = body['singleBatch'] === true || isNegative(body['limit']);
    return call.cursors.first({ ns, found, maxTimeMS }, turn, { ...(size !== undefined && { size }), only });
  },
};

export const aggregateCommand: Command = {
  options: ['pipeline', 'cursor', 'hint', 'allowDiskUse', 'bypassDocumentValidation'],
  run(call) {
    if (isNumeric(call.body['aggregate'])) throw refuse('aggregation without a collection');
    const { engine, ns, maxTimeMS, turn, body } = call;
    const found = aggregate(engine.catalog, call.collection, compilePipeline(body['pipeline'], body['hint']));
    const size = call.count('batchSize', call.doc('cursor'));
    return call.cursors.first({ ns, found, maxTimeMS }, turn, { ...(size !== undefined && { size }) });
  },
};

export const countCommand: Command = {
  options: ['query', 'hint', 'skip', 'limit', 'fields'],
  async run(call) {
    const n = await call.turn.finish(count(call.engine.catalog, call.collection, queryOf(call, 'query')));
    return { n };
  },
};

export const distinctCommand: Command = {
  options: ['key', 'query', 'hint'],
  async run(call) {
    const { engine, collection } = call;
    const query: Query = { filter: call.doc('query'), hint: call.body['hint'] };
    return { values: await call.turn.finish(distinct(engine.catalog, collection, call.text('key'), query)) };
  },
};

function queryOf(call: Call, field: string): Query {
  const limit = call.body['limit'];
  if (limit !== undefined && !isNumeric(limit))
    throw new CommandError(14, `BSON field 'limit' must be a number`);
  return {
    filter: call.doc(field),
    hint: call.body['hint'],
    skip: call.count('skip') ?? 0,
    limit: Math.abs(toDouble(limit ?? 0)),
  };
}

function isNegative(limit: unknown): boolean {
  return isNumeric(limit) && toDouble(limit) < 0;
}
