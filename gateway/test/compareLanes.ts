import { isDeepStrictEqual } from 'node:util';
import { buildSchema, execute, parse, printSchema, validate, type GraphQLSchema } from 'graphql';
import { Cancellation } from '../src/cancellation.ts';
import { answerFast } from '../src/fastLane.ts';
import type { Lanes } from '../src/lanes.ts';
import type { Operation } from '../src/operation.ts';
import { Prepared } from '../src/prepared.ts';
import type { Json, Run } from '../src/run.ts';
import { Scope } from '../src/scope.ts';
import { subgraphFailure } from '../src/subgraphErrors.ts';
import { Random } from './random.ts';
import { RandomOperation } from './randomOperation.ts';
import { sdl, weather } from './shop.ts';
import { startShop, type World } from './shopLanes.ts';

/** Differences in which the reference lane is wrong, as graphql-js or the specification has it. */
const accepted = [
  'data, where graphql-js agrees with the fast lane',
  'data that the reference lane lacks',
  'error path indices',
];

export interface Comparison {
  readonly count: Record<
    'operations' | 'fast' | 'declined' | 'withErrors' | 'withViolations' | 'judged',
    number
  >;
  /** What should not be, each kind once with an example. */
  readonly differences: readonly string[];
}

/** Runs random operations through both lanes, in groups and in all kinds of weather, and compares the answers. */
export async function compareLanes(seed: number, total: number): Promise<Comparison> {
  const world: World = { identity: 'headers', takesArrays: false, onPost: () => {} };
  const comparer = new Comparer(await startShop(world), world, new Random(seed));
  const unwatch = watchRuns(comparer.lastRuns);
  try {
    while (comparer.count.operations < total) await comparer.compareGroup();
  } finally {
    unwatch();
  }
  return { count: comparer.count, differences: [...comparer.differences.values()] };
}

/** The merged data of runs, taken from under the projector. */
function watchRuns(lastRuns: Map<string, unknown>): () => void {
  const { answer } = Prepared.prototype;
  Prepared.prototype.answer = function (this: Prepared, run: Run) {
    lastRuns.set(JSON.stringify([this.id, run.variables]), run.data);
    return answer.call(this, run);
  };
  return () => {
    Prepared.prototype.answer = answer;
  };
}

class Comparer {
  readonly count = { operations: 0, fast: 0, declined: 0, withErrors: 0, withViolations: 0, judged: 0 };
  readonly differences = new Map<string, string>();
  readonly lastRuns = new Map<string, unknown>();
  #lanes: Lanes;
  #world: World;
  #random: Random;
  #apiSchema: GraphQLSchema;
  #plainSchema: GraphQLSchema;
  #scope = new Scope('test', [], {});
  #down = '';
  #mutations: string[] = [];

  constructor(lanes: Lanes, world: World, random: Random) {
    this.#lanes = lanes;
    this.#world = world;
    this.#random = random;
    this.#apiSchema = lanes.documents.supergraph.apiSchema;
    this.#plainSchema = buildSchema(printSchema(this.#apiSchema));
    world.onPost = ({ name, body }) => {
      for (const each of [body].flat() as Json[])
        if (each.query.startsWith('mutation'))
          this.#mutations.push(`${name} ${each.query} ${JSON.stringify(each.variables)}`);
      if (this.#down === name)
        throw subgraphFailure(
          name,
          world.takesArrays ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE',
          'did not answer',
        );
    };
  }

  async compareGroup(): Promise<void> {
    const random = this.#random;
    const made = this.#nextOperation();
    const one = () => ({ query: made.text, operationName: undefined, variables: made.variables() });
    const group: Operation[] = Array.from({ length: 1 + random.below(5) }, one);
    if (random.chance(0.3)) group.push({ ...random.pick(group) });
    this.#changeWeather();
    await this.#compare(group);
    this.lastRuns.clear();
  }

  #nextOperation(): RandomOperation {
    for (;;) {
      const operation = new RandomOperation(this.#apiSchema, this.#random);
      try {
        if (!validate(this.#apiSchema, parse(operation.text)).length) return operation;
      } catch {
        continue; // no valid document
      }
    }
  }

  #changeWeather(): void {
    const random = this.#random;
    const calm = random.chance(0.4);
    weather.salt = String(random.below(50));
    Object.assign(weather, { nulls: 0.15, errors: calm ? 0 : 0.01 });
    Object.assign(weather, { nonNullNulls: calm ? 0 : 0.004, lostEntities: calm ? 0 : 0.03 });
    this.#world.takesArrays = random.chance(0.5);
    this.#world.identity = random.pick(['headers', 'extensions'] as const);
    this.#down = random.chance(0.06) ? random.pick(Object.keys(sdl)) : '';
  }

  async #compare(group: readonly Operation[]): Promise<void> {
    const reference = await this.#run(group, (operation) =>
      this.#lanes.reference.execute(
        { ...operation, variables: structuredClone(operation.variables) },
        this.#scope,
      ),
    );
    const { query } = group[0]!;
    const verdict = this.#lanes.documents.find(query) ?? (await this.#lanes.documents.plan(query));
    if (verdict.lane === 'none') return this.#differ('refused', () => `${query} ${verdict.error.message}`);
    const prepared = verdict.lane === 'fast' ? verdict : undefined;
    const fast = await this.#run(group, (operation) => {
      const answer = prepared && answerFast(prepared, operation, this.#scope, new Cancellation());
      return answer?.then((text) => JSON.parse(text) as Json);
    });
    group.forEach((operation, i) =>
      this.#compareOne(operation, prepared, fast.results[i], reference.results[i]),
    );
    const declined = fast.results.includes(undefined);
    if (!declined && !isDeepStrictEqual(fast.mutations, reference.mutations))
      this.#differ('mutations sent', () => JSON.stringify([group, fast.mutations, reference.mutations]));
  }

  async #run(group: readonly Operation[], act: (operation: Operation) => Promise<Json> | undefined) {
    this.#mutations = [];
    const results = await Promise.all(group.map(act));
    return { results, mutations: this.#mutations.toSorted() };
  }

  #compareOne(operation: Operation, prepared: Prepared | undefined, ours: Json, answered: Json): void {
    this.count.operations++;
    if (ours === undefined) return void this.count.declined++;
    const theirs = JSON.parse(JSON.stringify(answered)) as Json;
    this.count.fast++;
    if (theirs.errors) this.count.withErrors++;
    if (theirs.extensions?.valueCompletion) this.count.withViolations++;
    const judge = this.#thirdOpinion(operation, prepared!.id);
    const third = judge?.errors ? undefined : JSON.stringify(judge?.data);
    const example = () =>
      [
        `${operation.query}\n  variables ${JSON.stringify(operation.variables)} weather ${JSON.stringify(weather)}`,
        `fast ${JSON.stringify(ours)}`,
        `reference ${JSON.stringify(theirs)}`,
        `graphql-js ${third}`,
      ].join('\n  ');
    if (third !== undefined) this.count.judged++;
    if (third !== undefined && third !== JSON.stringify(ours.data))
      this.#differ('graphql-js would say otherwise', example);
    if (!isDeepStrictEqual(ours.data, theirs.data))
      this.#differ(dataDifference(ours, theirs, judge, third), example);
    const [mine, yours] = [flat(ours.errors), flat(theirs.errors)];
    if (!isDeepStrictEqual(mine, yours)) this.#differ(errorDifference(mine, yours), example);
    const violations = [ours, theirs].map(({ extensions }) => flat(extensions?.valueCompletion));
    if (!isDeepStrictEqual(violations[0], violations[1])) this.#differ('valueCompletion', example);
  }

  /** What graphql-js makes of the same merged data: an independent judge of fragments, conditions and field order. */
  #thirdOpinion({ query, variables }: Operation, id: number): Json {
    const merged = this.lastRuns.get(JSON.stringify([id, variables]));
    return (
      merged &&
      execute({
        schema: this.#plainSchema,
        document: parse(query),
        rootValue: merged,
        variableValues: variables,
        fieldResolver: (parent: Json, _args, _context, { path }) => parent[path.key],
        typeResolver: (value: Json) => value.__typename,
      })
    );
  }

  #differ(kind: string, example: () => string): void {
    if (!accepted.includes(kind) && !this.differences.has(kind))
      this.differences.set(kind, `${kind}: ${example()}`);
  }
}

function dataDifference(ours: Json, theirs: Json, judge: Json, third: string | undefined): string {
  if (judge && isDeepStrictEqual(JSON.parse(JSON.stringify(judge.data)), ours.data)) return accepted[0]!;
  return !third && contains(ours.data, theirs.data) ? accepted[1]! : 'data';
}

function errorDifference(mine: readonly string[], yours: readonly string[]): string {
  const withoutIndices = (list: readonly string[]) =>
    list.map((each) => each.replace(/,\d+(?=[,\]])/g, '')).toSorted();
  if (isDeepStrictEqual(withoutIndices(mine), withoutIndices(yours))) return accepted[2]!;
  return mine.length === yours.length ? 'errors' : 'number of errors';
}

const flat = (errors: Json[] = []): string[] =>
  errors
    .map(({ message, path, extensions }) =>
      JSON.stringify([message, path ?? null, extensions?.code ?? null, extensions?.serviceName ?? null]),
    )
    .toSorted();

function contains(all: Json, some: Json): boolean {
  if (isDeepStrictEqual(all, some)) return true;
  if (!all || !some || typeof all !== 'object' || typeof some !== 'object') return false;
  return Object.keys(some).every((key) => contains(all[key], some[key]));
}
