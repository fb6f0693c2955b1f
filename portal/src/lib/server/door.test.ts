// @vitest-environment jsdom
import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { enter } from './door.ts';

const session = { sessionToken: 'secret', expiresAt: '2099-01-01T00:00:00Z' };

function enterBy(address: string) {
  const cookies: Record<string, object> = {};
  const event = {
    url: new URL(address),
    cookies: {
      set: (name: string, value: string, options: object) => (cookies[name] = { value, ...options }),
    },
  } as unknown as RequestEvent;
  try {
    enter(event, 'ann@farm.example', { data: session });
  } catch (redirect) {
    return { location: (redirect as { location: string }).location, cookies };
  }
  throw new Error('nobody was let in');
}

const at = 'https://farm.example/sign-in';

test.each([
  ['nowhere', '', '/'],
  ['a page', '?next=/jobs/1%3Fband=2', '/jobs/1?band=2'],
  ['this portal in full', '?next=https://farm.example/jobs', '/jobs'],
  ['another site', '?next=https://evil.example', '/'],
  ['another site without its protocol', '?next=//evil.example', '/'],
  ['another site by a backslash', '?next=/%5Cevil.example', '/'],
  ['another site behind a dot', '?next=/.//evil.example', '/'],
  ['another site behind a way up', '?next=/x/..//evil.example', '/'],
  ['a script', '?next=javascript:alert(1)', '/'],
  ['no address', '?next=http://', '/'],
])('who wanted %s is led to a page of ours', (_what, query, location) => {
  expect(enterBy(at + query).location).toBe(location);
});

test('no script reads the session, and no plain line carries it where there is https', () => {
  expect(enterBy(at).cookies.pictor_session).toMatchObject({
    ...{ value: 'secret', httpOnly: true, secure: true, sameSite: 'lax', path: '/' },
  });
  expect(enterBy('http://127.0.0.1:4000/sign-in').cookies.pictor_session).toMatchObject({ secure: false });
});
