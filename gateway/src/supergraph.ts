import type { GraphQLSchema } from 'graphql';
import { Supergraph as Composed, type Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { Subgraph } from './subgraph.ts';

export interface Service {
  readonly name: string;
  readonly url: string;
}

/** One loaded supergraph with everything derived from it. A reload makes a new one; runs under way keep theirs. */
export class Supergraph {
  /** What clients may ask for. */
  readonly apiSchema: GraphQLSchema;
  /** The supergraph itself, with all types that subgraphs know. */
  readonly schema: GraphQLSchema;
  /** The API schema in the planner's own representation. */
  readonly api: Schema;
  readonly planner: QueryPlanner;
  readonly subgraphs: ReadonlyMap<string, Subgraph>;

  /** Throws if the SDL is no valid supergraph, and whatever `connect` throws. */
  constructor(sdl: string, connect: (services: readonly Service[]) => ReadonlyMap<string, Subgraph>) {
    const composed = Composed.build(sdl);
    this.schema = composed.schema.toGraphQLJSSchema();
    this.api = composed.apiSchema();
    this.apiSchema = this.api.toGraphQLJSSchema();
    this.planner = new QueryPlanner(composed);
    this.subgraphs = connect(composed.subgraphsMetadata());
  }
}
