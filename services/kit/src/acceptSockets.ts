import type { Server } from 'node:http';
import { GraphQLError, parse, type ExecutionArgs, type GraphQLFormattedError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { formatError } from './graphqlErrors.ts';
import { requestIdOf, type Operation } from './operation.ts';
import type { OurSubgraph } from './subgraph.ts';

const maxMessageBytes = 2 ** 20;
const closeWithinMs = 1_000;

/** The library looks into the document to choose how to run it; here the operation is running already. */
const document = parse('subscription { running }');

/**
 * Accepts graphql-transport-ws sockets at `path`, with the token in each operation's `extensions`. What it returns ends
 * them all.
 */
export function acceptSockets(server: Server, path: string, subgraph: OurSubgraph): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== path) return void socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      sockets.emit('connection', webSocket, request),
    );
  });
  const accepting = useServer(
    {
      onSubscribe: async (_context, _id, payload) => begin(subgraph, payload as Operation),
      subscribe: ({ contextValue }) => contextValue as AsyncIterableIterator<never>,
      onNext: (_context, _id, _payload, _args, result) => result as never,
      isProd: true,
    },
    sockets,
  );
  sockets.on('connection', (socket) => {
    // The library would print the error of a malformed frame and leave a second one unhandled; ws closes the socket.
    socket.removeAllListeners('error');
    socket.on('error', (error) => subgraph.log.warn({ err: error }, 'a socket failed'));
  });
  return async () => {
    const late = setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), closeWithinMs);
    await accepting.dispose();
    clearTimeout(late);
  };
}

async function begin(subgraph: OurSubgraph, operation: Operation): Promise<ExecutionArgs | GraphQLError[]> {
  try {
    const started = await subgraph.stream(operation, await subgraph.identify(operation));
    if ('errors' in started && !('data' in started)) return (started.errors ?? []).map(asGraphQLError);
    return { schema: subgraph.schema, document, contextValue: started };
  } catch (error) {
    return [asGraphQLError(formatError(error, { log: subgraph.log, requestId: requestIdOf(operation) }))];
  }
}

function asGraphQLError(formatted: GraphQLFormattedError): GraphQLError {
  return Object.assign(new GraphQLError(formatted.message), { toJSON: () => formatted });
}
