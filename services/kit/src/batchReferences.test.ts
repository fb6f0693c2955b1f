import { expect, test } from 'vitest';
import { batchReferences } from './batchReferences.ts';
import { DomainError } from './errors.ts';

interface Lamp {
  id: string;
}
const lamps = (ids: readonly string[]) => new Map(ids.map((id) => [id, { id }]));

test('what one request asks in one tick is loaded once, each id once; other requests load for themselves', async () => {
  const loads: [readonly string[], object][] = [];
  const resolve = batchReferences(async (ids: readonly string[], context: { actor: string }) => {
    loads.push([ids, context]);
    return lamps(ids);
  });
  const mine = { actor: 'me' };
  const yours = { actor: 'you' };
  const answers = await Promise.all([
    resolve({ id: 'a' }, mine),
    resolve({ id: 'b' }, yours),
    resolve({ id: 'c' }, mine),
    resolve({ id: 'a' }, mine),
  ]);
  expect(answers).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'a' }]);
  expect(loads).toEqual([
    [['a', 'c'], mine],
    [['b'], yours],
  ]);
  await resolve({ id: 'a' }, mine);
  expect(loads).toHaveLength(3);
});

test('a list answers in the order of the ids, and what required fields bring goes along', async () => {
  const resolve = batchReferences<string, object, { id: string; watts: number }>(
    (ids, _context, references) => references.map(({ watts }, i) => `${ids[i]} ${watts}`),
  );
  const context = {};
  expect(
    await Promise.all([resolve({ id: 'a', watts: 5 }, context), resolve({ id: 'b', watts: 7 }, context)]),
  ).toEqual(['a 5', 'b 7']);
});

test('what is not found is null, and an error fails its entity alone', async () => {
  const broken = new DomainError('NOT_FOUND', 'no');
  const resolve = batchReferences<Lamp, object>((ids) =>
    ids.map((id) => (id === 'bad' ? broken : id === 'none' ? undefined : { id })),
  );
  const context = {};
  const outcomes = await Promise.allSettled(['a', 'bad', 'none', 'b'].map((id) => resolve({ id }, context)));
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: { id: 'a' } },
    { status: 'rejected', reason: broken },
    { status: 'fulfilled', value: null },
    { status: 'fulfilled', value: { id: 'b' } },
  ]);
});

test.each([
  ['throws at once', () => expect.unreachable('the shelf fell')],
  ['rejects', () => Promise.reject(new Error('the shelf fell'))],
])('a load that %s fails those it was for, and the next load is not touched', async (_how, fail) => {
  let broken = true;
  const resolve = batchReferences<Lamp, object>((ids) => (broken ? fail() : lamps(ids)));
  const context = {};
  const first = await Promise.allSettled([resolve({ id: 'a' }, context), resolve({ id: 'b' }, context)]);
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect(await resolve({ id: 'a' }, context)).toEqual({ id: 'a' });
});

test.each([[{ $ne: null }], [7], [null], [undefined], ['x'.repeat(201)]])(
  'an id such as %j never reaches a query',
  async (id) => {
    const loaded: unknown[] = [];
    const resolve = batchReferences<Lamp, object>((ids) => {
      loaded.push(...ids);
      return lamps(ids);
    });
    const context = {};
    const bad = resolve({ id: id as string }, context);
    const good = resolve({ id: 'a' }, context);
    await expect(bad).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await good).toEqual({ id: 'a' });
    expect(loaded).toEqual(['a']);
  },
);

test('a load has at most 1,000 ids', async () => {
  const sizes: number[] = [];
  const resolve = batchReferences<Lamp, object>((ids) => {
    sizes.push(ids.length);
    return lamps(ids);
  });
  const context = {};
  const ids = Array.from({ length: 2_500 }, (_, i) => `${i}`);
  expect(await Promise.all(ids.map((id) => resolve({ id }, context)))).toEqual(ids.map((id) => ({ id })));
  expect(sizes).toEqual([1000, 1000, 500]);
});
