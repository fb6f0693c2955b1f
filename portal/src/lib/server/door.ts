import { fail, redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import type { Answer } from './platform.ts';

/** The cookie that carries the session; no script can read it. */
export const sessionCookie = 'pictor_session';

/** The cookie that tells that someone signed in here before. */
export const knownCookie = 'pictor_known';

interface Session {
  sessionToken: string;
  expiresAt: string;
}

/** Reads the door's form. The password is never sent back. */
export async function credentials(request: Request): Promise<{ email: string; password: string }> {
  const form = await request.formData();
  return { email: String(form.get('email') ?? '').trim(), password: String(form.get('password') ?? '') };
}

/** Keeps the session and goes where the visitor wanted to go, or says what is wrong. */
export function enter(event: RequestEvent, email: string, { data, problem }: Answer<Session>) {
  if (problem) return fail(problem.code === 'RATE_LIMITED' ? 429 : 400, { email, problem });
  keepSession(event, data);
  redirect(303, wanted(event.url));
}

/** Forgets the session in this browser. */
export function leave(cookies: Cookies): void {
  cookies.delete(sessionCookie, { path: '/' });
}

function keepSession({ cookies, url }: RequestEvent, { sessionToken, expiresAt }: Session): void {
  const options = { path: '/', sameSite: 'lax', secure: url.protocol === 'https:' } as const;
  cookies.set(sessionCookie, sessionToken, { ...options, httpOnly: true, expires: new Date(expiresAt) });
  cookies.set(knownCookie, '1', { ...options, httpOnly: true, maxAge: 365 * 86_400 });
}

/** Where `next` leads, when that is a page of this portal. */
function wanted(url: URL): string {
  const target = URL.parse(url.searchParams.get('next') ?? '/', url.origin);
  if (target?.origin !== url.origin) return '/';
  // Without its dots "/.//host" is "//host", which a browser takes for another site.
  return target.pathname.startsWith('//') ? '/' : target.pathname + target.search;
}
