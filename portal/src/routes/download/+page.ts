import { readDownloads } from '#lib/api/downloads.ts';
import type { PageLoad } from './$types';

/** What this platform serves of the Worker App; for everybody, because a worker's computer has no session. */
export const load: PageLoad = async ({ fetch }) => ({ downloads: await readDownloads(fetch) });
