import type { DocumentNode } from 'graphql';
// The whole of graphql would take 12 MB for this.
import { print } from 'graphql/language/printer.js';
import { PlatformError } from './PlatformError.ts';

/** An operation whose result and variables are known by type. */
export interface Operation<Data, Variables> extends DocumentNode {
  readonly __apiType?: (variables: Variables) => Data;
}

/** Sends an operation and resolves with its data; throws PlatformError. */
export type Execute = <Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
) => Promise<Data>;

/** What a server answers to an operation. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[] | undefined;
    readonly extensions?: { readonly code?: unknown } | undefined;
  }[];
}

const texts = new WeakMap<DocumentNode, string>();

/** The text of an operation. */
export function textOf(operation: DocumentNode): string {
  const known = texts.get(operation);
  if (known !== undefined) return known;
  const text = print(operation);
  texts.set(operation, text);
  return text;
}

/**
 * The data of an answer. An error further down leaves a null in its place, as the schema allows for; one of the
 * operation itself is thrown as PlatformError.
 */
export function dataOf({ data, errors = [] }: Answer): unknown {
  const failure = errors.find(({ path }) => (path?.length ?? 0) <= 1) ?? (data ? undefined : errors[0]);
  if (failure) {
    const { code } = failure.extensions ?? {};
    throw new PlatformError(typeof code === 'string' ? code : 'UNKNOWN', failure.message);
  }
  if (!data) throw new PlatformError('UNKNOWN', 'The platform gave no answer.');
  return data;
}
