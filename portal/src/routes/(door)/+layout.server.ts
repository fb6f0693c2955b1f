import { redirect } from '@sveltejs/kit';
import { sessionCookie } from '#lib/server/door.ts';
import { ask } from '#lib/server/platform.ts';
import { Viewer } from '#lib/api/viewer.ts';
import type { LayoutServerLoad } from './$types';

/** Whoever is signed in already goes on to the workers. */
export const load: LayoutServerLoad = async ({ cookies }) => {
  const session = cookies.get(sessionCookie);
  if (!session) return;
  const { data } = await ask(Viewer, {}, { authorization: `Bearer ${session}` });
  if (data?.viewer) redirect(303, '/');
};
