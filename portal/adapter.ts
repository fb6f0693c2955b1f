import node from '@sveltejs/adapter-node';
import type { Adapter } from '@sveltejs/kit';
import { writeFileSync } from 'node:fs';

/** Wraps the built handler so that it takes the protocol from the connection (or from a proxy before it) and not for https. */
const handler = `process.env.PORTAL_PROTOCOL_HEADER ??= 'x-forwarded-proto';
const { handler: serve } = await import('./server/handler.js');

export function handler(request, response, next) {
  request.headers['x-forwarded-proto'] ??= request.socket.encrypted ? 'https' : 'http';
  return serve(request, response, next);
}
`;

/** The portal as a Node handler, `build/handler.js`, that works on any host and port, with TLS or without. */
export function portalAdapter(): Adapter {
  const adapter = node({ out: 'build', envPrefix: 'PORTAL_' });
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      writeFileSync('build/handler.js', handler);
    },
  };
}
