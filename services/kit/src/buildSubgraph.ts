import type { Actor } from './actor.ts';
import { buildSchema } from './buildSchema.ts';
import type { Clock } from './clock.ts';
import type { Context } from './context.ts';
import { DomainError } from './errors.ts';
import type { AnyTopics, Events } from './events.ts';
import { Executor, failed } from './executor.ts';
import type { Log } from './log.ts';
import { readOperation, requestIdOf, type Operation } from './operation.ts';
import { relayStream } from './relayStream.ts';
import type { Cancellation, OurSubgraph } from './subgraph.ts';
import type { TokenVerifier } from './tokenVerifier.ts';

const maxOperations = 256;
/** A gateway sends many callers' operations in one body. */
export const maxBodyBytes = 16 * 2 ** 20;

export interface SubgraphConfig<Topics extends object = AnyTopics> {
  name: string;
  /** Federation SDL. */
  typeDefs: string;
  /** Resolvers by type and field, as graphql-codegen types them. */
  resolvers: object;
  events: Events<Topics>;
  log: Log;
  clock: Clock;
  verifier: TokenVerifier;
}

/** Builds a subgraph that answers in this process; `serveSubgraph` puts it on the network. */
export function buildSubgraph<Topics extends object = AnyTopics>(
  config: SubgraphConfig<Topics>,
): OurSubgraph {
  const { name, typeDefs, resolvers, events, clock, verifier } = config;
  const log = config.log.child({ subgraph: name });
  const schema = buildSchema(typeDefs, resolvers);
  const executor = new Executor(schema);

  function contextOf(operation: unknown, actor?: Actor): Context {
    const requestId = requestIdOf(operation);
    let child: Log | undefined;
    return {
      actor,
      requestId,
      clock,
      events: events as Events,
      /** Made when asked for: few operations log, and a child costs as much as the rest of the context. */
      get log() {
        return (child ??= log.child({ requestId }));
      },
    };
  }

  async function identify({ extensions }: Operation): Promise<Actor | undefined> {
    const token = extensions?.token;
    return token === undefined || token === null ? undefined : verifier.verify(token as string);
  }

  async function answer(value: unknown, cancellation?: Cancellation): Promise<string> {
    try {
      const operation = readOperation(value);
      const actor = await identify(operation);
      if (cancellation?.cancelled) throw cancelled();
      return JSON.stringify(await executor.execute(operation, contextOf(operation, actor)));
    } catch (error) {
      return JSON.stringify(failed(error, contextOf(value)));
    }
  }

  return {
    name,
    takesArrays: true,
    identity: 'extensions',
    schema,
    log,
    identify,
    execute: (operation, actor) => executor.execute(operation, contextOf(operation, actor)),
    stream: (operation, actor) => executor.start(operation, contextOf(operation, actor)),

    async post(body, _headers, cancellation) {
      try {
        const parcel = readBody(body);
        if (!Array.isArray(parcel)) return await answer(parcel, cancellation);
        const answers = await Promise.all(parcel.map((operation) => answer(operation, cancellation)));
        return `[${answers.join(',')}]`;
      } catch (error) {
        return JSON.stringify(failed(error, contextOf(undefined)));
      }
    },

    subscribe(operation, sink) {
      const start = async () => {
        const checked = readOperation(operation);
        return executor.start(checked, contextOf(checked, await identify(checked)));
      };
      return relayStream(start, sink, contextOf(operation));
    },
  };
}

function readBody(body: string): unknown {
  if (body.length > maxBodyBytes) throw invalid(`A body has at most ${maxBodyBytes / 2 ** 20} MiB.`);
  let parcel: unknown;
  try {
    parcel = JSON.parse(body);
  } catch {
    throw invalid('The body is no JSON text.');
  }
  if (Array.isArray(parcel) && (!parcel.length || parcel.length > maxOperations))
    throw invalid(`An array has one to ${maxOperations} operations.`);
  return parcel;
}

function invalid(sentence: string): DomainError {
  return new DomainError('INVALID_INPUT', sentence);
}

function cancelled(): DomainError {
  return new DomainError('REQUEST_CANCELLED', 'The request was no longer needed.');
}
