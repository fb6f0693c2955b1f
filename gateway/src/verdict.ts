import {
  GraphQLError,
  getOperationAST,
  parse,
  validate,
  visit,
  type DocumentNode,
  type OperationTypeNode,
} from 'graphql';
import { clientError, type ClientError } from './clientError.ts';
import type { ShowFault } from './faults.ts';
import type { Limits } from './limits.ts';
import { excess, tooDeep } from './operationSize.ts';
import { Unsupported } from './planSteps.ts';
import { Prepared } from './prepared.ts';
import type { Supergraph } from './supergraph.ts';

/** For the reference lane: what the fast lane does not know, and all that needs an error put into words. */
interface Declined {
  readonly lane: 'reference';
  readonly kind: OperationTypeNode | undefined;
  readonly cost: number;
}
/** Over a limit: not run at all. */
interface Refused {
  readonly lane: 'none';
  readonly error: ClientError;
  readonly cost: number;
}
/** What is to become of an operation. */
export type Verdict = Prepared | Declined | Refused;

/** Parses, measures, validates, plans and compiles one operation of a document. Takes 1 to 30 ms. */
export function judge(
  supergraph: Supergraph,
  limits: Limits,
  showFault: ShowFault,
  query: string,
  operationName: string | undefined,
): Verdict {
  const cost = 500 + 2 * query.length;
  const refused = (error: ClientError): Refused => ({ lane: 'none', error, cost });
  let kind: OperationTypeNode | undefined;
  try {
    const document = parse(query, { maxTokens: limits.tokens });
    const error = excess(document, limits);
    if (error) return refused(error);
    const operation = getOperationAST(document, operationName);
    kind = operation?.operation;
    const isPlain = operation && hasPlainNames(document) && !validate(supergraph.apiSchema, document).length;
    return isPlain
      ? new Prepared(supergraph, document, operation, showFault)
      : { lane: 'reference', kind, cost };
  } catch (error) {
    if (isTokenLimit(error)) return refused(tooManyTokens(limits));
    if (error instanceof RangeError) return refused(tooDeep(limits)); // recursed until the stack ended
    if (!(error instanceof GraphQLError || error instanceof Unsupported)) showFault(error);
    return { lane: 'reference', kind, cost };
  }
}

const isTokenLimit = (error: unknown): boolean =>
  error instanceof GraphQLError && /contains more tha[nt] \d+ tokens/.test(error.message);

const tooManyTokens = ({ tokens }: Limits): ClientError =>
  clientError('QUERY_TOO_LARGE', `This document has more than the ${tokens} tokens that are allowed`);

/** No introspection, and no names that JavaScript objects have by themselves (`constructor: name` is a valid selection). */
function hasPlainNames(document: DocumentNode): boolean {
  let plain = true;
  visit(document, {
    Name({ value }) {
      if (value in Object.prototype || value === '__schema' || value === '__type') plain = false;
    },
  });
  return plain;
}
