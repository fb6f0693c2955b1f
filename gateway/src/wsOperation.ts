import { Cancellation } from './cancellation.ts';
import type { ClientError } from './clientError.ts';
import { markDropped } from './droppedEvents.ts';
import { answerFast } from './fastLane.ts';
import { quote } from './jsonText.ts';
import type { Lanes } from './lanes.ts';
import { outcomeOf, type Lane, type Outcome } from './metrics.ts';
import type { Operation } from './operation.ts';
import type { Prepared } from './prepared.ts';
import type { Scope } from './scope.ts';
import { subscriptionOf } from './subscriptions.ts';
import type { Verdict } from './verdict.ts';

/** Where the messages of an operation go. */
export interface Outlet {
  /** True while more waits to be sent than should: events are held back then, all but the newest lost. */
  readonly isSlow: boolean;
  /** Sends messages, together if they are several. */
  send(...texts: readonly string[]): void;
}

/** One operation of a socket: a query or mutation until its answer, or a subscription until it ends. */
export class WsOperation {
  isStream = false;
  #label: string;
  #scope: Scope;
  #outlet: Outlet;
  #lanes: Lanes;
  #onEnd: () => void;
  #started = performance.now();
  #caller = new Cancellation();
  #stop: (() => void) | undefined;
  #ended = false;
  #held: string | undefined;
  #lost = 0;

  constructor(id: string, scope: Scope, outlet: Outlet, lanes: Lanes, onEnd: () => void) {
    this.#label = `{"id":${quote(id)},`;
    this.#scope = scope;
    this.#outlet = outlet;
    this.#lanes = lanes;
    this.#onEnd = onEnd;
  }

  start(operation: Operation): void {
    const { documents } = this.#lanes;
    const known = documents.find(operation.query, operation.operationName);
    if (known) return this.#run(operation, known);
    documents
      .plan(operation.query, operation.operationName)
      .then((verdict) => this.#run(operation, verdict))
      .catch((error: unknown) => this.fail(this.#lanes.showFault(error)));
  }

  /** The client is not interested any more, or gone. */
  cancel(): void {
    if (!this.#end()) return;
    this.#caller.cancel();
    this.#stop?.();
  }

  /** Ends the operation with an error. */
  fail(error: ClientError, lane: Lane = 'none', kind = 'unknown'): void {
    if (!this.#end()) return;
    this.#sendErrors([error]);
    this.#count(lane, kind, lane === 'none' ? 'refused' : 'failed');
  }

  /** Sends the event that was held back, which says how many before it were lost. */
  catchUp(): void {
    const held = this.#held;
    if (held === undefined || this.#outlet.isSlow) return;
    const text = this.#lost ? markDropped(held, this.#lost) : held;
    this.#held = undefined;
    this.#lost = 0;
    this.#sendNext(text);
  }

  #run(operation: Operation, verdict: Verdict): void {
    if (this.#ended) return;
    if (verdict.lane === 'none') return this.fail(verdict.error);
    try {
      const subscription = subscriptionOf(verdict);
      if (subscription && this.#listen(operation, subscription)) return;
      const answer = verdict.lane === 'fast' && answerFast(verdict, operation, this.#scope, this.#caller);
      if (!answer) return void this.#refer(operation, verdict.kind);
      answer.then(
        (text) => this.#answer(text, 'fast', verdict.kind!),
        (error: unknown) => this.fail(this.#lanes.showFault(error), 'fast', verdict.kind),
      );
    } catch (error) {
      this.fail(this.#lanes.showFault(error));
    }
  }

  #listen(operation: Operation, prepared: Prepared): boolean {
    const { subscriptions, documents } = this.#lanes;
    this.isStream = true;
    const stop = subscriptions.listen(prepared, documents, operation, this.#scope, {
      next: (payload) => this.#event(payload),
      end: (errors) => this.#complete(errors),
    });
    if (!stop) this.isStream = false;
    else if (this.#ended) stop();
    else this.#stop = stop;
    return stop !== undefined;
  }

  #event(payload: string): void {
    if (!this.#outlet.isSlow) return this.#sendNext(payload);
    if (this.#held !== undefined) {
      this.#lost++;
      this.#lanes.metrics.dropped('client');
    }
    this.#held = payload;
  }

  #complete(errors: readonly ClientError[] | undefined): void {
    if (!this.#end()) return;
    if (this.#held !== undefined)
      this.#sendNext(this.#lost ? markDropped(this.#held, this.#lost) : this.#held);
    if (errors) this.#sendErrors(errors);
    else this.#outlet.send(`${this.#label}"type":"complete"}`);
  }

  async #refer(operation: Operation, kind = 'unknown'): Promise<void> {
    try {
      const result = await this.#lanes.reference.execute(operation, this.#scope);
      if (result.data !== undefined || !result.errors)
        return this.#answer(JSON.stringify(result), 'reference', kind);
      if (!this.#end()) return;
      this.#sendErrors(result.errors);
      this.#count('reference', kind, 'errors');
    } catch (error) {
      this.fail(this.#lanes.showFault(error), 'reference', kind);
    }
  }

  #answer(text: string, lane: Lane, kind: string): void {
    if (!this.#end()) return this.#count(lane, kind, 'cancelled');
    this.#outlet.send(`${this.#label}"type":"next","payload":${text}}`, `${this.#label}"type":"complete"}`);
    this.#count(lane, kind, outcomeOf(text));
  }

  #sendNext(payload: string): void {
    this.#outlet.send(`${this.#label}"type":"next","payload":${payload}}`);
  }

  #sendErrors(errors: readonly object[]): void {
    this.#outlet.send(`${this.#label}"type":"error","payload":${JSON.stringify(errors)}}`);
  }

  #count(lane: Lane, kind: string, outcome: Outcome): void {
    this.#lanes.metrics.request(lane, kind, outcome, this.#started);
  }

  /** True the first time. */
  #end(): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    this.#onEnd();
    return true;
  }
}
