import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { aProvider, aWorker, FakeClock } from './testing.ts';
import { TokenSigner } from './tokenSigner.ts';
import { TokenVerifier } from './tokenVerifier.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const refused = expect.objectContaining({ code: 'UNAUTHENTICATED' });

function setUp() {
  const clock = new FakeClock();
  return { clock, signer: new TokenSigner(privateKey, clock), verifier: new TokenVerifier(publicKey, clock) };
}

/** A token of our own key whose claims are as given. */
async function forged(clock: FakeClock, claims: Record<string, unknown>, key = privateKey) {
  const now = Math.floor(clock.now() / 1000);
  const actor = aProvider();
  return new SignJWT({ actor, aud: 'pictor', sub: actor.id, iat: now, exp: now + 60, ...claims })
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(key);
}

test('a token proves the whole actor until it expires, remembered or not', async () => {
  const { clock, signer, verifier } = setUp();
  const actor = aWorker('w1', 'p1', 'MCowBQYDK2VwAyEA');
  const { token, expiresAt } = await signer.sign(actor);
  expect(expiresAt).toBe(clock.now() + 60_000);
  expect(await verifier.verify(token)).toEqual(actor);
  clock.advance(59_999);
  expect(await verifier.verify(token)).toEqual(actor);
  expect(await new TokenVerifier(publicKey, clock).verify(token)).toEqual(actor);
  clock.advance(1);
  await expect(verifier.verify(token)).rejects.toEqual(refused);
  await expect(new TokenVerifier(publicKey, clock).verify(token)).rejects.toEqual(refused);
  expect(verifier.remembered).toBe(0);
});

test('a token ends with the session when that is sooner than 60 s', async () => {
  const { clock, signer, verifier } = setUp();
  const { token, expiresAt } = await signer.sign(aProvider(), clock.now() + 10_500);
  expect(expiresAt).toBe(clock.now() + 10_000);
  clock.advance(10_000);
  await expect(verifier.verify(token)).rejects.toEqual(refused);
});

describe('refused', () => {
  test.each([
    ['another audience', { aud: 'elsewhere' }],
    ['no audience', { aud: undefined }],
    ['no expiry', { exp: undefined }],
    ['a longer life than 60 s', { exp: 4_000_000_000 }],
    ['no actor', { actor: undefined }],
    ['an actor with an unknown permission', { actor: { ...aProvider(), permissions: ['everything'] } }],
    ['an actor who is not the subject', { sub: 'somebody-else' }],
  ])('%s', async (_what, claims) => {
    const { clock, verifier } = setUp();
    expect(await verifier.verify(await forged(clock, {}))).toEqual(aProvider());
    await expect(verifier.verify(await forged(clock, claims))).rejects.toEqual(refused);
  });

  test('a foreign key', async () => {
    const { clock, verifier } = setUp();
    const foreign = generateKeyPairSync('ed25519').privateKey;
    await expect(verifier.verify(await forged(clock, {}, foreign))).rejects.toEqual(refused);
  });

  test('a token without a signature, or signed with our public key as a secret', async () => {
    const { clock, verifier } = setUp();
    const [, payload] = (await forged(clock, {})).split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    await expect(verifier.verify(`${header}.${payload}.`)).rejects.toEqual(refused);
    const secret = publicKey.export({ format: 'der', type: 'spki' });
    const now = Math.floor(clock.now() / 1000);
    const hmac = await new SignJWT({
      actor: aProvider(),
      aud: 'pictor',
      sub: 'provider-1',
      iat: now,
      exp: now + 60,
    })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(secret);
    await expect(verifier.verify(hmac)).rejects.toEqual(refused);
  });

  test.each([['', '.', 'a.b.c', '\u0000', 'x'.repeat(5_000), 7, null, {}]])(
    'text such as %s',
    async (...tokens) => {
      const { verifier } = setUp();
      for (const token of tokens) await expect(verifier.verify(token as string)).rejects.toEqual(refused);
      expect(verifier.remembered).toBe(0);
    },
  );
});

test('the memory of tokens is bounded: the oldest is forgotten and verified anew', async () => {
  const { signer, verifier } = setUp();
  const tokens: string[] = [];
  for (let i = 0; i < 10_050; i++) tokens.push(`${i}`);
  const first = (await signer.sign(aProvider('first'))).token;
  await verifier.verify(first);
  const flood = tokens.map((token) => verifier.verify(token).catch(() => undefined));
  expect(verifier.remembered).toBe(10_000);
  await Promise.all(flood);
  expect(verifier.remembered).toBe(0);
  expect((await verifier.verify(first)).id).toBe('first');
});

test('an actor cannot be changed by whom it was given to', async () => {
  const { signer, verifier } = setUp();
  const { token } = await signer.sign(aProvider());
  const actor = await verifier.verify(token);
  expect(() => Object.assign(actor, { id: 'other' })).toThrow(TypeError);
  expect(() => (actor.permissions as string[]).push('operate')).toThrow(TypeError);
});
