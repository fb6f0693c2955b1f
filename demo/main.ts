// Shows the main job on a real picture or scene: `npm run demo [-- path/to/picture] [-- --render] [-- --once]`.
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { createLog } from '@pictor/kit';
import { platformConfig } from '../services/config.ts';
import { PortTaken } from '../services/front.ts';
import { startPlatform, type Platform } from '../services/platform.ts';
import { buildPortalIfStale } from '../services/portal.ts';
import { Agents } from './agents.ts';
import type { Person } from './people.ts';
import { rendering, whyNotRender } from './rendering.ts';
import { tellStory } from './story.ts';
import { note, step } from './terminal.ts';
import { upscaling } from './upscaling.ts';
import type { Work } from './Work.ts';

const usage = `Upscales a picture ×2, or renders a scene, by a real agent on a platform of its own, and pays for it.

  npm run demo [-- [PICTURE] [--render] [--once]]

  PICTURE   a PNG, JPEG or WebP; without one, our still life
  --render  render a small scene of ours instead; needs Blender and bubblewrap
  --once    end when the job is paid, instead of staying up`;

const dataDir = resolve('data-demo');
const { values, positionals } = readArguments();

if (values.help) console.log(usage);
else {
  const lack = values.render ? await whyNotRender() : undefined;
  if (lack === undefined) await run(values.render ? rendering(dataDir) : upscaling(dataDir, positionals[0]));
  else {
    console.error(lack);
    process.exitCode = 1;
  }
}

async function run(work: Work) {
  await buildPortalIfStale((line) => console.log(styleText('dim', line)));
  await rm(dataDir, { recursive: true, force: true });
  const platform = await startAnywhere();
  step('The platform is up', platform.url);
  const agents = new Agents();
  try {
    const people = await tellStory(platform, agents, dataDir, work);
    if (!values.once) await stayUp(platform, people);
  } catch (error) {
    console.error(styleText('red', (error as Error).message));
    process.exitCode = 1;
  } finally {
    await agents.stop();
    await platform.stop();
  }
}

async function stayUp(platform: Platform, people: Person[]) {
  console.log(
    `\nThe portal is at ${styleText('bold', platform.url)} – the agent stays at work. Ctrl-C ends it.`,
  );
  for (const { role, email, password } of people) note(role, `${email}  ${password}`);
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
}

/** On port 4000, or a free one when it is taken. */
async function startAnywhere() {
  const log = createLog({ level: 'warn' });
  const config = { ...platformConfig({}), dataDir };
  return startPlatform(config, log, { portal: true }).catch((error: unknown) => {
    if (!(error instanceof PortTaken)) throw error;
    return startPlatform({ ...config, port: 0 }, log, { portal: true });
  });
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        once: { type: 'boolean' },
        render: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}
