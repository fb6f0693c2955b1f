import { DomainError } from './errors.ts';

const maxBatch = 1000;
const maxIdChars = 200;

/** What a load gives for its ids: a map by id, or a list in the order of the ids; an Error fails that entity alone. */
export type Loaded<Entity> =
  ReadonlyMap<string, Entity | Error | null> | readonly (Entity | Error | null | undefined)[];

interface Batch<Reference, Entity> {
  ids: string[];
  references: Reference[];
  answers: Map<string, Promise<Entity | null>>;
  loaded: Promise<Loaded<Entity>>;
}

/**
 * Makes a `__resolveReference` for entities whose key is `id`. References of one request that come in the same tick are
 * loaded together, each id once; `references` (for fields that `@requires` brings) has the order of `ids`. An id that
 * is no text is refused before it could reach a query.
 */
export function batchReferences<
  Entity,
  Context extends object,
  Reference extends { id: string } = { id: string },
>(
  load: (
    ids: readonly string[],
    context: Context,
    references: readonly Reference[],
  ) => Loaded<Entity> | Promise<Loaded<Entity>>,
): (reference: Reference, context: Context) => Promise<Entity | null> {
  const gathering = new WeakMap<Context, Batch<Reference, Entity>>();

  function open(context: Context): Batch<Reference, Entity> {
    const { promise, resolve } = Promise.withResolvers<Loaded<Entity>>();
    const batch: Batch<Reference, Entity> = { ids: [], references: [], answers: new Map(), loaded: promise };
    gathering.set(context, batch);
    queueMicrotask(() => {
      if (gathering.get(context) === batch) gathering.delete(context);
      resolve((async () => load(batch.ids, context, batch.references))());
    });
    return batch;
  }

  return async (reference, context) => {
    const id: unknown = reference.id;
    if (typeof id !== 'string' || id.length > maxIdChars)
      throw new DomainError('INVALID_INPUT', 'The id of a reference must be a short text.');
    let batch = gathering.get(context);
    if (!batch || batch.ids.length >= maxBatch) batch = open(context);
    const known = batch.answers.get(id);
    if (known) return known;
    const position = batch.ids.push(id) - 1;
    batch.references.push(reference);
    const answer = batch.loaded.then((loaded) => entityOf(loaded, id, position));
    batch.answers.set(id, answer);
    return answer;
  };
}

function entityOf<Entity>(loaded: Loaded<Entity>, id: string, position: number): Entity | null {
  const entity =
    loaded instanceof Map ? loaded.get(id) : (loaded as readonly (Entity | Error | null)[])[position];
  if (entity instanceof Error) throw entity;
  return entity ?? null;
}
