// The platform without its pages, as `npm run dev` keeps it under --watch: Vite serves the pages.
import { createLog } from '@pictor/kit';
import { platformConfig } from './config.ts';
import { startPlatform } from './platform.ts';

// --watch has children report their modules to their parent, where ours expects other messages.
delete process.env.WATCH_REPORT_DEPENDENCIES;

const config = platformConfig(process.env);
const platform = await startPlatform(config, createLog({ level: config.logLevel, name: 'pictor' }), {
  portal: false,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void platform.stop().then(() => process.exit(0)));
