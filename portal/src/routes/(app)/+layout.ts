import { redirect } from '@sveltejs/kit';
import { linkFor } from '#lib/api/link.ts';
import { read, signInFor } from '#lib/api/read.ts';
import { Viewer } from '#lib/api/viewer.ts';
import type { LayoutLoad } from './$types';

/** Opens the way to the platform and finds out who is signed in; a stranger is sent to sign in. */
export const load: LayoutLoad = async ({ fetch, url, untrack }) => {
  const link = linkFor(fetch);
  const here = untrack(() => new URL(url));
  const { viewer } = (await read(link.client, here, Viewer, {})).data;
  if (!viewer) redirect(303, signInFor(here));
  return { link, viewer };
};
