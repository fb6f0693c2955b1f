import { Cancellation } from './cancellation.ts';

type Start = (cancellation: Cancellation) => Promise<string>;

/** A query run once for everybody of a scope who asks the same while it is under way. Never used for mutations. */
export class Flight {
  readonly answer: Promise<string>;
  #cancellation = new Cancellation();
  #aboard = 0;

  constructor(flights: Map<string, Flight>, key: string, start: Start) {
    const land = () => flights.get(key) === this && flights.delete(key);
    flights.set(key, this);
    this.#cancellation.onCancel(land); // nobody boards a flight that has been called off
    this.answer = start(this.#cancellation).finally(land);
  }

  board(caller: Cancellation): Promise<string> {
    this.#aboard++;
    caller.onCancel(() => --this.#aboard || this.#cancellation.cancel());
    return this.answer;
  }
}

/** Joins the flight of that key, or starts it. */
export const share = (
  flights: Map<string, Flight>,
  key: string,
  caller: Cancellation,
  start: Start,
): Promise<string> => (flights.get(key) ?? new Flight(flights, key, start)).board(caller);
