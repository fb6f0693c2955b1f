import { SignIn } from '#lib/api/viewer.ts';
import { credentials, enter } from '#lib/server/door.ts';
import { ask } from '#lib/server/platform.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const given = await credentials(event.request);
    const { data, problem } = await ask(SignIn, given, { 'x-forwarded-for': event.getClientAddress() });
    return enter(event, given.email, problem ? { problem } : { data: data.signIn });
  },
};
