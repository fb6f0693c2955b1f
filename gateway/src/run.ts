import type { Cancellation } from './cancellation.ts';
import type { ClientError } from './clientError.ts';
import type { Scope } from './scope.ts';

/** JSON of a shape that only schema and plan know. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;
export type Variables = Readonly<Record<string, unknown>>;

/** One execution of one prepared operation. */
export interface Run {
  readonly scope: Scope;
  /** As the client sent them: like the reference lane, subgraphs get raw values, not coerced ones. */
  readonly variables: Variables;
  /** The variables that @skip and @include depend on, defaults applied. */
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly cancellation: Cancellation;
  /** Everything the subgraphs answered, merged. */
  readonly data: Json;
  readonly errors: ClientError[];
}
