import type { GraphQLSchema } from 'graphql';
import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { collect, locate } from './entities.ts';
import type { ShowFault } from './faults.ts';
import { EntityFetches } from './entityFetches.ts';
import { copyJson, mergeInto } from './merge.ts';
import { compileRepresentation } from './representation.ts';
import type { Json, Run, Variables } from './run.ts';
import { fromSubgraph } from './subgraphErrors.ts';
import { RootFetches } from './rootFetches.ts';
import type { Subgraph } from './subgraph.ts';
import { jsonText } from './jsonText.ts';

/** A plan that only the reference lane can run. */
export class Unsupported extends Error {}

/** Fetches and merges what one part of a plan asks for; never rejects: what goes wrong is an error of the run. */
export type Step = (run: Run) => Promise<void>;

/**
 * Compiles a query plan into closures, once per prepared operation. Follows executeQueryPlan of @apollo/gateway, except
 * that errors of an entity carry the path of that entity even if others before it were not asked for (the original
 * confuses the two indices). Throws Unsupported for what the fast lane leaves to the reference lane.
 */
export class PlanCompiler {
  #schema: GraphQLSchema;
  #subgraphs: ReadonlyMap<string, Subgraph>;
  #showFault: ShowFault;

  /** `schema` is the supergraph, in which representations are typed. */
  constructor(schema: GraphQLSchema, subgraphs: ReadonlyMap<string, Subgraph>, showFault: ShowFault) {
    this.#schema = schema;
    this.#subgraphs = subgraphs;
    this.#showFault = showFault;
  }

  compile(node: PlanNode, path: readonly string[] = []): Step {
    switch (node.kind) {
      case 'Sequence': {
        const steps = node.nodes.map((each) => this.compile(each, path));
        return async (run) => {
          for (const step of steps) await step(run);
        };
      }
      case 'Parallel': {
        const steps = node.nodes.map((each) => this.compile(each, path));
        return async (run) => void (await Promise.all(steps.map((step) => step(run))));
      }
      case 'Flatten':
        return this.compile(node.node, [...path, ...node.path.map(String)]);
      case 'Condition': {
        const [yes, no] = [node.ifClause, node.elseClause].map(
          (branch) => branch && this.compile(branch, path),
        );
        return async (run) => (run.conditions[node.condition] ? yes : no)?.(run);
      }
      case 'Fetch':
        if (node.inputRewrites?.length || node.outputRewrites?.length || node.contextRewrites?.length)
          throw new Unsupported('rewrites');
        if (node.requires) return this.#entityFetch(node, path);
        if (path.length) throw new Unsupported('a root fetch below the root');
        return this.#rootFetch(node);
      default:
        throw new Unsupported(node.kind);
    }
  }

  #rootFetch(node: FetchNode): Step {
    const { serviceName: service, operation, operationName, operationKind } = node;
    const variablesOf = compileVariables(node.variableUsages);
    const isMutation = operationKind === 'mutation';
    const fetches = new RootFetches(this.#subgraph(service), operation, operationName, isMutation);
    return async (run) => {
      try {
        const { data, errors } = await fetches.fetch(variablesOf(run.variables), run);
        if (errors) for (const error of errors) run.errors.push(fromSubgraph(error, service, error?.path));
        if (data) mergeInto(run.data, data);
      } catch (error) {
        run.errors.push(this.#showFault(error));
      }
    };
  }

  #entityFetch(node: FetchNode, path: readonly string[]): Step {
    const { serviceName: service, operation, operationName } = node;
    const variablesOf = compileVariables(node.variableUsages);
    const fetches = new EntityFetches(this.#subgraph(service), operation, operationName);
    const represent = compileRepresentation(this.#schema, node.requires!);
    return async (run) => {
      try {
        const { targets, representations, indices } = representAll(collect(run.data, path, []), represent);
        if (!targets.length) return;
        const answer = await fetches.fetch(representations, variablesOf(run.variables), run);
        if (answer.errors.length) reportEntityErrors(run, answer.errors, service, path, indices);
        if (answer.entities) mergeEntities(targets, answer.entities, answer.shared);
      } catch (error) {
        run.errors.push(this.#showFault(error));
      }
    };
  }

  #subgraph(name: string): Subgraph {
    const subgraph = this.#subgraphs.get(name);
    if (!subgraph) throw new Unsupported(`no subgraph "${name}"`);
    return subgraph;
  }
}

/** The inside of the JSON object of variables that a subgraph gets: those it uses and the client sent. */
function compileVariables(names: readonly string[] = []): (variables: Variables) => string {
  const labels = names.map((name) => [name, `${JSON.stringify(name)}:`] as const);
  return (variables) => {
    let text = '';
    for (const [name, label] of labels)
      if (variables[name] !== undefined) text += (text && ',') + label + jsonText(variables[name]);
    return text;
  };
}

function representAll(found: readonly Json[], represent: (entity: Json) => string | undefined) {
  const targets: Json[] = [];
  const representations: string[] = [];
  const indices: number[] = [];
  for (let i = 0; i < found.length; i++) {
    const representation = represent(found[i]);
    if (representation === undefined) continue;
    targets.push(found[i]);
    representations.push(representation);
    indices.push(i);
  }
  return { targets, representations, indices };
}

/** Where several runs share an answer, each merges its own copy: later fetches may write into it. */
function mergeEntities(targets: readonly Json[], entities: readonly Json[], shared: boolean): void {
  for (let i = 0; i < targets.length; i++) {
    const entity = entities[i];
    if (entity !== null) mergeInto(targets[i], shared ? copyJson(entity) : entity);
  }
}

/** `indices[i]` is the place of the i-th representation among all objects at `path`. */
function reportEntityErrors(
  run: Run,
  errors: readonly Json[],
  service: string,
  path: readonly string[],
  indices: readonly number[],
): void {
  const places = locate(run.data, path);
  for (const error of errors) {
    const at = error?.path?.[1];
    const entityPath = () => [...(places[indices[at] ?? -1] ?? []), ...error.path.slice(2)];
    const where = typeof at === 'number' ? entityPath() : error?.path && [...path, ...error.path];
    run.errors.push(fromSubgraph(error, service, where));
  }
}
