import { expect, test } from 'vitest';
import { Passwords } from './passwords.ts';

test('a password matches its own hash alone', async () => {
  const passwords = new Passwords();
  const hash = await passwords.hash('correct horse');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.matches(hash, 'correct horse')).toBe(true);
  expect(await passwords.matches(hash, 'correct hors')).toBe(false);
  expect(await passwords.matches(undefined, 'correct horse')).toBe(false);
});

test('the same letters in another form of Unicode are the same password', async () => {
  const passwords = new Passwords();
  const hash = await passwords.hash('Zoë’s caf\u00e9s');
  expect(await passwords.matches(hash, 'Zoe\u0308’s cafe\u0301s')).toBe(true);
});

test('beyond 32 at once it refuses, and then recovers', async () => {
  const passwords = new Passwords();
  const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => passwords.hash('many at once')));
  const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refusals).toHaveLength(8);
  for (const { reason } of refusals) expect(reason).toMatchObject({ code: 'RATE_LIMITED' });
  await passwords.hash('one more');
});
