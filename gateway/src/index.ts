export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { HttpSubgraph, type HttpSubgraphOptions } from './httpSubgraph.ts';
export type { Credential, Identify, Identity } from './identity.ts';
export { defaultLimits, type Limits } from './limits.ts';
export type { Log } from './log.ts';
export type { CancelSignal, EventSink, Subgraph, UpstreamCaller, UpstreamOperation } from './subgraph.ts';
