import { expect, test } from 'vitest';
import { requireActor, requirePermission } from './actor.ts';
import { aProvider, testContext } from './testing.ts';

test('a stranger is not an actor, and an actor has its permissions only', () => {
  const stranger = testContext();
  const provider = testContext({ actor: aProvider() });
  expect(() => requireActor(stranger)).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
  expect(() => requirePermission(stranger, 'provide')).toThrow(
    expect.objectContaining({ code: 'UNAUTHENTICATED' }),
  );
  expect(requirePermission(provider, 'provide')).toEqual(aProvider());
  expect(() => requirePermission(provider, 'operate')).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN' }),
  );
});
