import type { Flight } from './sharedFlights.ts';

let lastId = 0;

/**
 * Who is asking, as far as sharing is concerned: upstream requests, answers and events are shared inside one scope and
 * never across two, so every sharing key in this gateway contains a Scope or its id. Never its key: after a revocation
 * the same key may name another Scope, and the two must not meet.
 */
export class Scope {
  readonly id = ++lastId;
  readonly key: string;
  /** Identical queries in flight; see sharedFlights.ts. */
  readonly flights = new Map<string, Flight>();
  /** Counts answered mutations: a query never joins a flight that took off before a write its caller may have seen. */
  writes = 0;
  #headers: readonly string[];
  #extensions: Readonly<Record<string, string>>;
  #extensionsText: string;

  constructor(key: string, headers: readonly string[], extensions: Readonly<Record<string, string>>) {
    this.key = key;
    this.#headers = headers;
    this.#extensions = extensions;
    this.#extensionsText = JSON.stringify(extensions);
  }

  /** What subgraphs are told about the caller: names and values in turn, … */
  get headers(): readonly string[] {
    return this.#headers;
  }

  /** … or as the `extensions` of an operation, … */
  get extensions(): Readonly<Record<string, string>> {
    return this.#extensions;
  }

  /** … which fetches need as JSON text. */
  get extensionsText(): string {
    return this.#extensionsText;
  }

  /** From now on subgraphs get this token. What is under way stays shared: it is the same caller. */
  renew(token: string): void {
    this.#headers = ['authorization', `Bearer ${token}`];
    this.#extensions = { token };
    this.#extensionsText = JSON.stringify(this.#extensions);
  }
}
