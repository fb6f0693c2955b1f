import { Channel, schemaChanged, type ChannelHooks, type Listener } from './channel.ts';
import { refusal } from './clientError.ts';
import type { Documents } from './documents.ts';
import type { Operation } from './operation.ts';
import type { Prepared } from './prepared.ts';
import type { Scope } from './scope.ts';
import type { Verdict } from './verdict.ts';

const maxChannels = 100_000;

/** Finds the channel for a subscription, or opens it. Clients share one if operation, variables and scope are equal. */
export class Subscriptions {
  #hooks: ChannelHooks;
  #channels = new Map<string, Channel>();

  constructor(hooks: ChannelHooks) {
    this.#hooks = hooks;
  }

  /**
   * Returns what stops listening, or undefined if these variables are not certainly valid.
   * Throws RESOURCE_EXHAUSTED, or SUBSCRIPTION_NOT_SUPPORTED if the subgraph offers none.
   */
  listen(prepared: Prepared, documents: Documents, operation: Operation, scope: Scope, listener: Listener) {
    const { query, operationName, variables } = operation;
    if (!fits(prepared, operation)) return undefined;
    const subgraph = documents.supergraph.subgraphs.get(prepared.primary!.serviceName);
    if (!subgraph?.subscribe)
      throw refusal(
        'SUBSCRIPTION_NOT_SUPPORTED',
        `Subgraph "${prepared.primary!.serviceName}" offers no subscriptions`,
      );
    const key = JSON.stringify([scope.id, query, operationName, variables]);
    const known = this.#channels.get(key);
    if (known) return known.listen(listener);
    if (this.#channels.size >= maxChannels)
      throw refusal('RESOURCE_EXHAUSTED', 'There are too many subscriptions; try again later');
    const channel = new Channel(operation, scope, this.#hooks, () => this.#forget(key));
    this.#channels.set(key, channel);
    this.#hooks.metrics.channels.set(this.#channels.size);
    const stop = channel.listen(listener);
    channel.use(prepared, subgraph);
    return stop;
  }

  /** A reload goes unnoticed by clients whose subscription still makes sense. */
  async reload(documents: Documents, isCurrent: () => boolean): Promise<void> {
    for (const channel of [...this.#channels.values()]) {
      const { query, operationName } = channel.operation;
      const verdict =
        documents.find(query, operationName) ?? (await documents.plan(query, operationName, true));
      if (!isCurrent()) return;
      const prepared = subscriptionOf(verdict);
      const subgraph = prepared && documents.supergraph.subgraphs.get(prepared.primary!.serviceName);
      if (prepared && subgraph?.subscribe && fits(prepared, channel.operation))
        channel.use(prepared, subgraph);
      else channel.close([schemaChanged]);
    }
  }

  #forget(key: string): void {
    this.#channels.delete(key);
    this.#hooks.metrics.channels.set(this.#channels.size);
  }
}

/** The prepared operation, if it is a subscription. */
export const subscriptionOf = (verdict: Verdict): Prepared | undefined =>
  verdict.lane === 'fast' && verdict.primary ? verdict : undefined;

const fits = (prepared: Prepared, { variables }: Operation): boolean =>
  prepared.accepts(variables) && prepared.conditions(variables) !== undefined;
