import type { IncomingMessage } from 'node:http';
import type { Callers, Seat } from './callers.ts';
import { refusal } from './clientError.ts';
import type { Json } from './run.ts';
import { Scope } from './scope.ts';

const maxScopes = 10_000;
/** How many busy scopes are passed over to make room for a new one. */
const maxPassedOver = 16;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Callers are who their headers say they are: for gateways behind something that has checked it, and for subgraphs that
 * check it themselves. Without any such header everybody is anonymous.
 */
export class ForwardedHeaders implements Callers {
  #names: readonly string[];
  #scopes = new Map<string, Scope>();

  /** `names` are lower case. */
  constructor(names: readonly string[]) {
    this.#names = names;
  }

  scopeOf({ headers }: IncomingMessage): Scope {
    let key = '';
    for (const name of this.#names) {
      const value = headers[name];
      if (value !== undefined) key += `${name}: ${String(value)}\n`;
    }
    return this.#scopes.get(key) ?? this.#add(key, (name) => headers[name]?.toString());
  }

  /** On a WebSocket a value of `connection_init` goes before the header of the upgrade. */
  async seat({ headers }: IncomingMessage, params: Json): Promise<Seat> {
    const values = new Map<string, string>();
    for (const name of this.#names) {
      const value = params?.[name] ?? headers[name];
      if (value === undefined) continue;
      if (typeof value !== 'string' || !headerValue.test(value))
        throw refusal('BAD_REQUEST', `"${name}" of connection_init must be a string that fits into a header`);
      values.set(name, value);
    }
    const key = [...values].map(([name, value]) => `${name}: ${value}\n`).join('');
    const scope = this.#scopes.get(key) ?? this.#add(key, (name) => values.get(name));
    return { scope, leave: () => {} };
  }

  /** What is only forwarded cannot be revoked here. */
  revoke(): void {}

  close(): void {
    this.#scopes.clear();
  }

  #add(key: string, valueOf: (name: string) => string | undefined): Scope {
    const headers: string[] = [];
    for (const name of this.#names) {
      const value = valueOf(name);
      if (value !== undefined) headers.push(name, value);
    }
    const extensions: Record<string, string> = {};
    for (let i = 0; i + 1 < headers.length; i += 2) extensions[headers[i]!] = headers[i + 1]!;
    if (this.#scopes.size >= maxScopes) this.#makeRoom();
    const scope = new Scope(key || 'anonymous', headers, extensions);
    this.#scopes.set(key, scope);
    return scope;
  }

  /** Forgetting a scope is harmless even if somebody holds it: the next request makes a new one, which shares nothing. */
  #makeRoom(): void {
    let passed = 0;
    for (const [key, scope] of this.#scopes) {
      this.#scopes.delete(key);
      if (!scope.flights.size || ++passed > maxPassedOver) return;
      this.#scopes.set(key, scope);
    }
  }
}
