import type { Catalog } from '../engine/catalog.ts';
import type { Collection } from '../engine/collection.ts';
import type { Doc } from '../engine/documents.ts';
import { CommandError, refuse } from '../engine/errors.ts';
import { compileFilter } from '../engine/match.ts';
import { toDouble } from '../engine/numbers.ts';
import { ID_INDEX } from '../engine/plan.ts';
import type { IndexSpec } from '../engine/secondaryIndex.ts';
import { compare, isDoc, isNumeric } from '../engine/values.ts';
import type { Call } from './call.ts';
import { checkFields } from './command.ts';
import type { Command } from './command.ts';

const MAX_INDEXES = 64;
const MAX_FIELDS = 32;
/** `background` and `v` ask for nothing here. */
const OPTIONS = [
  'key',
  'name',
  'unique',
  'sparse',
  'expireAfterSeconds',
  'partialFilterExpression',
  'background',
  'v',
  'ns',
];

export const createIndexesCommand: Command = {
  options: ['indexes', 'commitQuorum'],
  run(call) {
    const { indexes } = call.body;
    if (!Array.isArray(indexes) || indexes.length === 0)
      throw new CommandError(2, 'Must specify at least one index to create');
    const specs = indexes.map(readSpec);
    return call.write(() => {
      const { catalog } = call.engine;
      const createdCollectionAutomatically = !call.collection;
      const collection = catalog.obtain(call.db, call.target);
      const numIndexesBefore = collection.indexes.length + 1;
      for (const spec of specs) create(catalog, collection, spec);
      return {
        numIndexesBefore,
        numIndexesAfter: collection.indexes.length + 1,
        createdCollectionAutomatically,
      };
    });
  },
};

export const dropIndexesCommand: Command = {
  options: ['index'],
  run(call) {
    const { index } = call.body;
    return call.write(() => {
      const collection = existing(call);
      const nIndexesWas = collection.indexes.length + 1;
      const dropped =
        index === '*' ? [...collection.indexes] : [index].flat().map((one) => named(collection, one));
      for (const one of dropped) call.engine.catalog.dropIndex(collection, one);
      return { nIndexesWas };
    });
  },
};

export const listIndexesCommand: Command = {
  options: ['cursor'],
  run(call) {
    const specs = [ID_INDEX, ...existing(call).indexes].map(({ spec }) => ({ v: 2, ...spec }));
    const cursor = { ns: call.ns, found: specs.values(), maxTimeMS: call.maxTimeMS };
    return call.cursors.first(cursor, call.turn, {
      size: call.count('batchSize', call.doc('cursor')) ?? Infinity,
    });
  },
};

function existing({ collection, ns }: Call): Collection {
  if (collection) return collection;
  throw new CommandError(26, `ns does not exist: ${ns}`);
}

function readSpec(source: unknown): IndexSpec {
  if (!isDoc(source) || !isDoc(source['key']))
    throw new CommandError(9, `an index needs a 'key' that is an object`);
  checkFields('createIndexes', source, OPTIONS);
  const { key, name, unique, sparse, expireAfterSeconds, partialFilterExpression } = source as IndexSpec;
  const fields = Object.entries(key);
  if (fields.length === 0 || fields.length > MAX_FIELDS)
    throw new CommandError(67, `an index has from 1 to ${MAX_FIELDS} fields`);
  for (const [field, direction] of fields) checkField(field, direction);
  if (partialFilterExpression) compileFilter(partialFilterExpression);
  if (expireAfterSeconds !== undefined) checkExpiry(key, expireAfterSeconds);
  return {
    key,
    name: name ?? fields.map(([field, direction]) => `${field}_${toDouble(direction)}`).join('_'),
    ...(unique && { unique: true }),
    ...(sparse && { sparse: true }),
    ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
    ...(partialFilterExpression && { partialFilterExpression }),
  };
}

function checkField(field: string, direction: unknown): void {
  if (typeof direction === 'string') throw refuse(`an index of the kind ${direction}`);
  if (field.includes('$**')) throw refuse('a wildcard index');
  if (field === '' || field.startsWith('$') || field.split('.').includes('')) {
    throw new CommandError(67, `'${field}' is no valid field of an index`);
  }
  if (!isNumeric(direction) || Math.abs(toDouble(direction)) !== 1) {
    throw new CommandError(67, `Values in the index key pattern must be 1 or -1`);
  }
}

function checkExpiry(key: Doc, seconds: unknown): void {
  if (Object.keys(key).length > 1 || '_id' in key)
    throw new CommandError(67, 'TTL indexes are single-field indexes, and not on _id');
  const valid = isNumeric(seconds) && toDouble(seconds) >= 0 && toDouble(seconds) <= 0x7fffffff;
  if (!valid) throw new CommandError(67, 'expireAfterSeconds must be a number from 0 to 2147483647');
}

/** Creates an index unless there is the same already. @throws CommandError when there is a similar one */
function create(catalog: Catalog, collection: Collection, spec: IndexSpec): void {
  if (sameKey(spec.key, ID_INDEX.spec.key)) return;
  const shown = `Requested index: ${JSON.stringify(spec)}`;
  const same = collection.indexes.find(
    (index) =>
      sameKey(index.spec.key, spec.key) && compare(index.partial, spec.partialFilterExpression) === 0,
  );
  if (same) {
    if (same.spec.name !== spec.name)
      throw new CommandError(85, `Index already exists with a different name: ${same.spec.name}`);
    const options = ({ unique, sparse, expireAfterSeconds }: IndexSpec) => [
      unique,
      sparse,
      expireAfterSeconds,
    ];
    if (compare(options(same.spec), options(spec)) === 0) return;
    const code = same.unique === (spec.unique === true) && same.sparse === (spec.sparse === true) ? 85 : 86;
    throw new CommandError(
      code,
      `An equivalent index already exists with the same name but different options. ${shown}`,
    );
  }
  if (collection.indexes.some((index) => index.spec.name === spec.name)) {
    throw new CommandError(86, `An existing index has the same name as the requested index. ${shown}`);
  }
  if (collection.indexes.length + 1 >= MAX_INDEXES)
    throw new CommandError(67, `a collection has at most ${MAX_INDEXES} indexes`);
  catalog.createIndex(collection, spec);
}

function sameKey(a: Doc, b: Doc): boolean {
  return compare(a, b) === 0;
}

function named({ indexes }: Collection, wanted: unknown) {
  if (wanted === '_id_') throw new CommandError(72, 'cannot drop _id index');
  const found = indexes.find(({ spec }) =>
    isDoc(wanted) ? sameKey(spec.key, wanted) : spec.name === wanted,
  );
  if (found) return found;
  throw new CommandError(27, `index not found with name [${JSON.stringify(wanted)}]`);
}
