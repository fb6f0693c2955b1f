import { redirect } from '@sveltejs/kit';
import { SignOut } from '#lib/api/viewer.ts';
import { leave, sessionCookie } from '#lib/server/door.ts';
import { ask } from '#lib/server/platform.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async ({ cookies }) => {
    const session = cookies.get(sessionCookie);
    if (session) await ask(SignOut, {}, { authorization: `Bearer ${session}` });
    leave(cookies);
    redirect(303, '/sign-in');
  },
};
