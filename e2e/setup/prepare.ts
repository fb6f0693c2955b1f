import { buildPortalIfStale } from '../../services/portal.ts';
import { browserPath } from './browser.ts';

/** Once, before any worker starts: the portal is built and the browser unpacked, so that nobody races for either. */
export async function setup(): Promise<void> {
  await asOutsideTests(() => buildPortalIfStale((line) => console.log(line)));
  await browserPath();
}

/** What a test runner puts into the environment makes builds differ: without it, the portal is built as it is shipped. */
async function asOutsideTests(build: () => Promise<void>): Promise<void> {
  const { NODE_ENV, VITEST } = process.env;
  delete process.env.NODE_ENV;
  delete process.env.VITEST;
  try {
    await build();
  } finally {
    Object.assign(process.env, { ...(NODE_ENV && { NODE_ENV }), ...(VITEST && { VITEST }) });
  }
}
