import { Cancellation } from './cancellation.ts';
import type { Parcel } from './parcel.ts';
import type { Json } from './run.ts';
import type { Subgraph } from './subgraph.ts';
import { subgraphFailure } from './subgraphErrors.ts';

const maxUnderWay = 1;
const maxHoldMs = 3;
const maxParcels = 64;

/**
 * When fetches of one operation text leave for their subgraph, and which of them travel together. Everything that one
 * tick of the event loop adds leaves at its end. While a request is under way, the next load keeps growing, but only for
 * a moment: this is group commit, and like it turns load into larger requests instead of longer queues.
 * Only equal texts travel together, so that a fast operation never waits for a slow one of another kind.
 */
export class Departures {
  #subgraph: Subgraph;
  #waiting: Parcel[] = [];
  #holdTimer: NodeJS.Timeout | undefined;
  #underWay = 0;

  constructor(subgraph: Subgraph) {
    this.#subgraph = subgraph;
  }

  add(parcel: Parcel): void {
    if (this.#waiting.push(parcel) === 1) setImmediate(this.#tickEnded);
  }

  #tickEnded = (): void => {
    if (this.#underWay < maxUnderWay) this.#departAll();
    else if (this.#waiting.length) this.#holdTimer ??= setTimeout(this.#departAll, maxHoldMs);
  };

  #departAll = (): void => {
    clearTimeout(this.#holdTimer);
    this.#holdTimer = undefined;
    const parcels = this.#waiting;
    this.#waiting = [];
    for (const load of this.#loads(parcels)) void this.send(load);
  };

  /** Without arrays every parcel goes alone; with headers for an identity, only those of one scope share a request. */
  #loads(parcels: readonly Parcel[]): Parcel[][] {
    const { takesArrays, identity } = this.#subgraph;
    if (!takesArrays) return parcels.map((parcel) => [parcel]);
    const loads: Parcel[][] = [];
    const open = new Map<unknown, Parcel[]>();
    for (const parcel of parcels) {
      const group = identity === 'headers' ? parcel.scope : undefined;
      let load = open.get(group);
      if (!load || load.length >= maxParcels) {
        loads.push((load = []));
        open.set(group, load);
      }
      load.push(parcel);
    }
    return loads;
  }

  /** Sends one request at once; its parcels are settled or failed, each by itself. */
  async send(load: readonly Parcel[]): Promise<void> {
    const { name, identity } = this.#subgraph;
    const cancellation = new Cancellation();
    const callOff = () => load.every(({ wanted }) => !wanted) && cancellation.cancel();
    for (const parcel of load) parcel.depart(callOff);
    if (!load.some(({ wanted }) => wanted))
      return fail(load, subgraphFailure(name, 'REQUEST_CANCELLED', 'was no longer needed'));
    const headers = identity === 'headers' ? load[0]!.scope.headers : [];
    this.#underWay++;
    try {
      const text = await this.#subgraph.post(bodyOf(load, identity), headers, cancellation);
      settle(load, JSON.parse(text), name);
    } catch (error) {
      const nonsense = error instanceof SyntaxError;
      fail(
        load,
        nonsense ? subgraphFailure(name, 'SUBGRAPH_INVALID_ANSWER', 'did not answer as expected') : error,
      );
    } finally {
      this.#underWay--;
      if (this.#holdTimer && this.#underWay < maxUnderWay) this.#departAll();
    }
  }
}

function bodyOf(load: readonly Parcel[], identity: Subgraph['identity']): string {
  const bodies = load.map((parcel) => {
    const caller = identity === 'extensions' ? `,"extensions":${parcel.scope.extensionsText}` : '';
    return `${parcel.body()}${caller}}`;
  });
  return bodies.length === 1 ? bodies[0]! : `[${bodies.join()}]`;
}

function settle(load: readonly Parcel[], answer: Json, service: string): void {
  const answers = load.length === 1 ? [answer] : answer;
  if (!Array.isArray(answers) || answers.length !== load.length)
    throw new SyntaxError('not an answer for each');
  load.forEach((parcel, i) => parcel.settle(answers[i], service));
}

function fail(load: readonly Parcel[], error: unknown): void {
  for (const parcel of load) parcel.fail(error);
}
