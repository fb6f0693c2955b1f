import { Departures } from './departures.ts';
import { Parcel, operationHead } from './parcel.ts';
import type { Json, Run } from './run.ts';
import type { Scope } from './scope.ts';
import type { Subgraph } from './subgraph.ts';
import { subgraphFailure } from './subgraphErrors.ts';

/** Joining ends here; a single run that needs more still gets one request. */
const maxEntities = 2000;

export interface EntityAnswer {
  /** `entities[i]` answers the i-th representation; null if there is no data at all. */
  entities: Json[] | null;
  errors: Json[];
  /** Some of these entities belong to other runs too: whoever writes into one needs a copy. */
  shared: boolean;
}

/**
 * `_entities` fetches of one operation text. Those that leave together and share scope and variables become one
 * operation, in which every entity is asked for once.
 */
export class EntityFetches {
  #head: string;
  #open = new Map<string, EntityParcel>();
  #departures: Departures;

  constructor(subgraph: Subgraph, text: string, operationName: string | undefined) {
    this.#head = operationHead(text, operationName);
    this.#departures = new Departures(subgraph);
  }

  /** `variables` is the inside of a JSON object, or empty. */
  fetch(representations: readonly string[], variables: string, run: Run): Promise<EntityAnswer> {
    const key = `${run.scope.id} ${variables}`;
    let parcel = this.#open.get(key);
    if (!parcel || parcel.size + representations.length > maxEntities) {
      const fresh = new EntityParcel(
        run.scope,
        variables ? `${this.#head}${variables},` : this.#head,
        () => this.#leave(),
        (alone) => void this.#departures.send([alone]),
      );
      this.#open.set(key, (parcel = fresh));
      this.#departures.add(parcel);
    }
    return parcel.add(representations, run);
  }

  /** All that is open leaves together. A new Map, because the emptied tables of one would keep each other alive. */
  #leave(): void {
    if (this.#open.size) this.#open = new Map();
  }
}

interface User {
  representations: readonly string[];
  places: number[];
  run: Run;
  resolve(answer: EntityAnswer): void;
  reject(error: unknown): void;
}

class EntityParcel extends Parcel {
  size = 0;
  #head: string;
  #close: () => void;
  #retry: (alone: EntityParcel) => void;
  #representations = '';
  #placeOf = new Map<string, number>();
  #users: User[] = [];
  #shared = false;

  constructor(scope: Scope, head: string, close: () => void, retry: (alone: EntityParcel) => void) {
    super(scope);
    this.#head = head;
    this.#close = close;
    this.#retry = retry;
  }

  add(representations: readonly string[], run: Run): Promise<EntityAnswer> {
    const places = representations.map((text) => {
      let place = this.#placeOf.get(text);
      if (place === undefined) {
        this.#placeOf.set(text, (place = this.size++));
        this.#representations += place ? `,${text}` : text;
      } else this.#shared = true;
      return place;
    });
    this.wantedBy(run);
    return new Promise((resolve, reject) =>
      this.#users.push({ representations, places, run, resolve, reject }),
    );
  }

  override depart(onUnwanted: () => void): void {
    super.depart(onUnwanted);
    this.#close();
  }

  body(): string {
    return `${this.#head}"representations":[${this.#representations}]}`;
  }

  settle(answer: Json, service: string): void {
    const all: Json = answer?.data?._entities;
    const errors: Json[] = Array.isArray(answer?.errors) ? answer.errors : [];
    if (answer?.data ? !Array.isArray(all) || all.length !== this.size : !errors.length)
      return this.fail(
        subgraphFailure(service, 'SUBGRAPH_INVALID_ANSWER', `did not answer ${this.size} entities`),
      );
    if (!all && this.#users.length > 1) return this.#askAlone();
    for (const { places, resolve } of this.#users)
      resolve({
        entities: all ? places.map((place) => all[place]) : null,
        errors: errors.flatMap((error) => errorsOf(places, error)),
        shared: this.#shared,
      });
  }

  /** A list that failed as a whole must not fail the runs that did not ask for the culprit. Reading again is harmless. */
  #askAlone(): void {
    for (const { representations, run, resolve, reject } of this.#users) {
      const alone = new EntityParcel(this.scope, this.#head, () => {}, this.#retry);
      alone.add(representations, run).then(resolve, reject);
      this.#retry(alone);
    }
  }

  fail(error: unknown): void {
    for (const { reject } of this.#users) reject(error);
  }
}

/** An error of entity n belongs to those who asked for n, where they asked for it; any other error belongs to all. */
function errorsOf(places: readonly number[], error: Json): Json[] {
  const at = error?.path?.[1];
  if (typeof at !== 'number') return [error];
  return places.flatMap((place, i) =>
    place === at ? [{ ...error, path: ['_entities', i, ...error.path.slice(2)] }] : [],
  );
}
