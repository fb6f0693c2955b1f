import type { Json, Run } from './run.ts';
import type { Scope } from './scope.ts';

/** One operation for a subgraph, wanted by one run or more of one scope. */
export abstract class Parcel {
  readonly scope: Scope;
  /** Runs that still wait for the answer. */
  wanted = 0;
  #onUnwanted: (() => void) | undefined;

  constructor(scope: Scope) {
    this.scope = scope;
  }

  /** The operation as JSON, without the closing brace. */
  abstract body(): string;
  abstract settle(answer: Json, service: string): void;
  abstract fail(error: unknown): void;

  /** Only a parcel that has left can be called off: others might still join it before. */
  depart(onUnwanted: () => void): void {
    this.#onUnwanted = onUnwanted;
  }

  protected wantedBy(run: Run): void {
    this.wanted++;
    run.cancellation.onCancel(() => {
      if (!--this.wanted) this.#onUnwanted?.();
    });
  }
}

/** Everything of an operation that is known when it is planned. */
export const operationHead = (text: string, operationName: string | undefined): string =>
  `{"query":${JSON.stringify(text)}${operationName ? `,"operationName":${JSON.stringify(operationName)}` : ''},"variables":{`;
