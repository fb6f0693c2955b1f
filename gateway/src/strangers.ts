import type { GraphQLError } from 'graphql';

const maxStrangers = 10_000;
const rememberedMs = 2_000;

/** A credential that nobody knows: its bearer is anonymous, or refused with an error. */
export interface Stranger {
  readonly refusal: GraphQLError | undefined;
  readonly until: number;
}

/** Strangers of the last 2 s: whoever keeps showing a bad credential does not have it looked up each time. */
export class Strangers {
  #strangers = new Map<string, Stranger>(); // oldest first

  find(key: string): Stranger | undefined {
    const stranger = this.#strangers.get(key);
    return stranger && Date.now() < stranger.until ? stranger : undefined;
  }

  add(key: string, refusal?: GraphQLError): void {
    this.#strangers.delete(key);
    if (this.#strangers.size >= maxStrangers) {
      const [oldest] = this.#strangers.keys();
      this.#strangers.delete(oldest!);
    }
    this.#strangers.set(key, { refusal, until: Date.now() + rememberedMs });
  }
}
