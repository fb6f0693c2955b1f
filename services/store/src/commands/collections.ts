import { compileFilter } from '../engine/match.ts';
import { ID_INDEX } from '../engine/plan.ts';
import type { Command } from './command.ts';

export const createCommand: Command = {
  options: [],
  run(call) {
    return call.write(() => {
      call.engine.catalog.obtain(call.db, call.target);
      return {};
    });
  },
};

export const dropCommand: Command = {
  options: [],
  run(call) {
    return call.write(() => {
      const { collection, ns } = call;
      if (!collection) return {};
      const nIndexesWas = collection.indexes.length + 1;
      call.engine.catalog.drop(collection);
      return { nIndexesWas, ns };
    });
  },
};

export const dropDatabaseCommand: Command = {
  options: [],
  run(call) {
    return call.write(() => {
      for (const collection of call.engine.catalog.list(call.db)) call.engine.catalog.drop(collection);
      return { dropped: call.db };
    });
  },
};

export const listCollectionsCommand: Command = {
  options: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run(call) {
    const filter = compileFilter(call.doc('filter'));
    const idIndex = { v: 2, ...ID_INDEX.spec };
    const rows = call.engine.catalog
      .list(call.db)
      .map(({ name }) => ({ name, type: 'collection', options: {}, info: { readOnly: false }, idIndex }))
      .filter(filter)
      .map((row) => (call.body['nameOnly'] === true ? { name: row.name, type: row.type } : row));
    const cursor = { ns: `${call.db}.$cmd.listCollections`, found: rows.values(), maxTimeMS: call.maxTimeMS };
    return call.cursors.first(cursor, call.turn, {
      size: call.count('batchSize', call.doc('cursor')) ?? Infinity,
    });
  },
};
