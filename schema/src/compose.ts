import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse, printSchema } from 'graphql';
import { subgraphNames, subgraphSdl } from './index.ts';

/** The supergraph and the schema that clients see. Throws one error that names every problem of composition. */
export function compose(): { supergraph: string; api: string } {
  const services = subgraphNames.map((name) => ({
    name,
    url: `http://${name}.internal/graphql`,
    typeDefs: parse(subgraphSdl(name)),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(String).join('\n') ?? 'Nothing was composed');
  const api = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  return { supergraph: `${supergraphSdl}\n`, api: `${printSchema(api)}\n` };
}
