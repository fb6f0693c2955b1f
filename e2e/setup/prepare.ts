import { buildPortalIfStale } from '../../services/portal.ts';
import { browserPath } from './browser.ts';

/** Once, before any worker starts: the portal is built and the browser unpacked, so that nobody races for either. */
export async function setup(): Promise<void> {
  await buildPortalIfStale((line) => console.log(line));
  await browserPath();
}
