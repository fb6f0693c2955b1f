import { compilePipeline } from '../engine/aggregate.ts';
import type { Doc } from '../engine/documents.ts';
import { refuse } from '../engine/errors.ts';
import { validate } from '../engine/find.ts';
import type { Query } from '../engine/find.ts';
import { choosePlan } from '../engine/plan.ts';
import { parseSort } from '../engine/sort.ts';
import { isDoc } from '../engine/values.ts';
import type { Command } from './command.ts';

/** Says which index answers a find, an aggregate or a count; it does not run them. */
export const explainCommand: Command = {
  options: ['verbosity'],
  run(call) {
    const { name, query } = readExplained(call.doc('explain'));
    validate(query);
    const collection = call.engine.catalog.find(call.db, name);
    const winningPlan = collection
      ? describe(choosePlan(collection, query.filter, parseSort(query.sort), query.hint))
      : { stage: 'EOF' };
    return { queryPlanner: { namespace: `${call.db}.${name}`, winningPlan } };
  },
};

function readExplained(explained: Doc): { name: string; query: Query } {
  const { find, aggregate, count, filter, query, sort, hint, pipeline } = explained;
  const name = find ?? aggregate ?? count;
  if (typeof name !== 'string') throw refuse(`explaining ${Object.keys(explained)[0] ?? 'nothing'}`);
  if (aggregate !== undefined) return { name, query: compilePipeline(pipeline, hint).query };
  const conditions = filter ?? query;
  return { name, query: { filter: isDoc(conditions) ? conditions : {}, sort, hint } };
}

function describe({ index, ranges, direction, sorted, exact }: ReturnType<typeof choosePlan>): Doc {
  const scan = index
    ? {
        stage: 'FETCH',
        testsRows: !exact,
        inputStage: {
          stage: 'IXSCAN',
          indexName: index.spec.name,
          keyPattern: index.spec.key,
          isMultiKey: index.multikey,
          direction: direction > 0 ? 'forward' : 'backward',
          ranges: ranges.length,
        },
      }
    : { stage: 'COLLSCAN', testsRows: !exact };
  return sorted ? scan : { stage: 'SORT', inputStage: scan };
}
