import { Cancellation } from './cancellation.ts';

type Start = (cancellation: Cancellation) => Promise<string>;

/** A query run once for everybody of a scope who asks the same while it is under way. Never used for mutations. */
export class Flight {
  #answer: Promise<string> | undefined;
  #cancellation = new Cancellation();
  #aboard = 0;

  constructor(flights: Map<string, Flight>, key: string, start: Start) {
    const land = () => {
      if (flights.get(key) === this) flights.delete(key);
      this.#answer = undefined; // emptied tables of a Map keep each other alive, and us: not the text as well
    };
    flights.set(key, this);
    this.#cancellation.onCancel(land); // nobody boards a flight that has been called off
    this.#answer = start(this.#cancellation);
    this.#answer.then(land, land);
  }

  /** Only while it is among the flights. */
  board(caller: Cancellation): Promise<string> {
    this.#aboard++;
    caller.onCancel(() => --this.#aboard || this.#cancellation.cancel());
    return this.#answer!;
  }
}

/** Joins the flight of that key, or starts it. */
export const share = (
  flights: Map<string, Flight>,
  key: string,
  caller: Cancellation,
  start: Start,
): Promise<string> => (flights.get(key) ?? new Flight(flights, key, start)).board(caller);
