import { OperationTypeNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { operationFromDocument } from '@apollo/federation-internals';
import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { conditionsOf, type Condition } from './conditions.ts';
import type { ShowFault } from './faults.ts';
import { compileInputCheck } from './inputCheck.ts';
import { PlanCompiler, type Step } from './planSteps.ts';
import { Projector, type Trail, type Write } from './projector.ts';
import type { Run, Variables } from './run.ts';
import { SelectionReader, type Conditions } from './selectionReader.ts';
import type { Supergraph } from './supergraph.ts';

const maxProjections = 32;
const none: Conditions = Object.freeze({});
let lastId = 0;

/** An operation planned and compiled, ready to be run by the fast lane as often as it is asked for. */
export class Prepared {
  readonly lane = 'fast';
  readonly id = ++lastId;
  readonly kind: OperationTypeNode;
  /** True if variables are certainly valid. */
  readonly accepts: (variables: Variables) => boolean;
  /** For subscriptions: what to subscribe to upstream. Its events take the place of a root fetch. */
  readonly primary: FetchNode | undefined;
  /** An estimate of its memory, in bytes. */
  readonly cost: number;
  #supergraph: Supergraph;
  #document: DocumentNode;
  #operation: OperationDefinitionNode;
  #conditions: readonly Condition[];
  #steps: Step | undefined;
  #projections = new Map<string, Write>();

  /** The document must be valid. Throws Unsupported, or whatever the planner throws. */
  constructor(
    supergraph: Supergraph,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    showFault: ShowFault,
  ) {
    const { apiSchema, api, planner, schema, subgraphs } = supergraph;
    const name = operation.name?.value;
    const plan = planner.buildQueryPlan(
      operationFromDocument(api, document, name ? { operationName: name } : {}),
    );
    const subscribes = plan.node?.kind === 'Subscription' ? plan.node : undefined;
    const node = subscribes ? subscribes.rest : (plan.node as PlanNode | undefined);
    this.kind = operation.operation;
    this.accepts = compileInputCheck(apiSchema, operation);
    this.primary = subscribes?.primary;
    this.cost = 12_000 + 40 * document.loc!.end + 12 * JSON.stringify(plan).length; // measured on small documents
    this.#supergraph = supergraph;
    this.#document = document;
    this.#operation = operation;
    this.#conditions = conditionsOf(apiSchema, document, operation);
    this.#steps = node && new PlanCompiler(schema, subgraphs, showFault).compile(node);
  }

  /** What the variables mean for @skip and @include; undefined if that is not certain. */
  conditions(variables: Variables): Conditions | undefined {
    if (!this.#conditions.length) return none;
    const values: Record<string, boolean> = {};
    for (const { name, fallback } of this.#conditions) {
      const value = variables[name] === undefined ? fallback : variables[name];
      if (typeof value !== 'boolean') return undefined;
      values[name] = value;
    }
    return values;
  }

  /** Fetches and merges what `run.data` lacks, then writes the response body. */
  async answer(run: Run): Promise<string> {
    if (this.#steps) await this.#steps(run);
    run.cancellation.settle();
    if (this.kind === OperationTypeNode.MUTATION) run.scope.writes++;
    const trail: Trail = { path: [], violations: [] };
    const data = this.#projection(run.conditions)(run.data, trail) ?? 'null';
    if (run.errors.length) return `{"errors":${JSON.stringify(run.errors)},"data":${data}}`;
    if (!trail.violations.length) return `{"data":${data}}`;
    return `{"data":${data},"extensions":{"valueCompletion":${JSON.stringify(trail.violations)}}}`;
  }

  /** One projection per combination of condition values, so that writing a response decides nothing. */
  #projection(conditions: Conditions): Write {
    const key = this.#conditions.map(({ name }) => (conditions[name] ? 1 : 0)).join('');
    let write = this.#projections.get(key);
    if (write) return write;
    const { apiSchema } = this.#supergraph;
    const reader = new SelectionReader(apiSchema, this.#document, conditions);
    const root = apiSchema.getRootType(this.kind)!;
    write = new Projector(apiSchema, reader).object(root, [this.#operation.selectionSet]);
    if (this.#projections.size >= maxProjections) this.#projections.clear();
    this.#projections.set(key, write);
    return write;
  }
}
