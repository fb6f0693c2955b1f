// @ts-nocheck
import { WireServer } from './server.mjs';
import { Engine } from './engine.mjs';
export async function startServer({ file, listen }) {
  const engine = new Engine({ file });
  const server = new WireServer(engine);
  await server.listen(listen);
  return {
    port: listen.path ? undefined : server.server.address().port,
    async close() {
      await server.close();
      engine.close();
    },
  };
}
