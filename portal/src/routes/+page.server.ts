import { redirect } from '@sveltejs/kit';
import { knownCookie, sessionCookie } from '#lib/server/door.ts';
import type { PageServerLoad } from './$types';

/** Leads to the workers; someone who was never here is offered an account first. */
export const load: PageServerLoad = ({ cookies }) => {
  const stranger = !cookies.get(sessionCookie) && !cookies.get(knownCookie);
  redirect(303, stranger ? '/sign-up' : '/workers');
};
