import { Departures } from './departures.ts';
import { Parcel, operationHead } from './parcel.ts';
import type { Json, Run } from './run.ts';
import type { Subgraph } from './subgraph.ts';
import { subgraphFailure } from './subgraphErrors.ts';

/** Root fetches (queries and mutations) of one operation text. They may travel together, but each is answered by itself. */
export class RootFetches {
  #subgraph: Subgraph;
  #head: string;
  #isMutation: boolean;
  #departures: Departures;

  constructor(subgraph: Subgraph, text: string, operationName: string | undefined, isMutation: boolean) {
    this.#subgraph = subgraph;
    this.#head = operationHead(text, operationName);
    this.#isMutation = isMutation;
    this.#departures = new Departures(subgraph);
  }

  /** `variables` is the inside of a JSON object, or empty. Resolves to what the subgraph answered. */
  fetch(variables: string, run: Run): Promise<Json> {
    return new Promise((resolve, reject) => {
      const parcel = new RootParcel(`${this.#head}${variables}}`, run, this.#isMutation, resolve, reject);
      if (this.#subgraph.takesArrays) this.#departures.add(parcel);
      else void this.#departures.send([parcel]);
    });
  }
}

class RootParcel extends Parcel {
  #body: string;
  #resolve: (answer: Json) => void;
  fail: (error: unknown) => void;

  constructor(
    body: string,
    run: Run,
    isMutation: boolean,
    resolve: (answer: Json) => void,
    reject: (error: unknown) => void,
  ) {
    super(run.scope);
    this.#body = body;
    this.#resolve = resolve;
    this.fail = reject;
    // A mutation is seen through, even if its client has gone: it may have been executed already.
    if (isMutation) this.wanted = 1;
    else this.wantedBy(run);
  }

  body(): string {
    return this.#body;
  }

  settle(answer: Json, service: string): void {
    if (answer?.data || answer?.errors?.length) this.#resolve(answer);
    else this.fail(subgraphFailure(service, 'SUBGRAPH_INVALID_ANSWER', 'answered neither data nor errors'));
  }
}
