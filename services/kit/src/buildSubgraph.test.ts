import { generateKeyPairSync } from 'node:crypto';
import type { FormattedExecutionResult } from 'graphql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requirePermission } from './actor.ts';
import { batchReferences } from './batchReferences.ts';
import { buildSubgraph } from './buildSubgraph.ts';
import type { Context } from './context.ts';
import { DomainError } from './errors.ts';
import { LocalEvents } from './localEvents.ts';
import { createLog } from './log.ts';
import { aCreator, aProvider, FakeClock, run, runSubscription } from './testing.ts';
import { TokenSigner } from './tokenSigner.ts';
import { TokenVerifier } from './tokenVerifier.ts';

interface Topics {
  'lamp.changed': { lamp: string; on: boolean };
}

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar MicroUsd
  scalar DateTime
  type Query {
    me: String
    price(of: MicroUsd!): MicroUsd!
    at: DateTime!
    refuse: String
    boom: String
    nonsense: String
    lamps: [Lamp!]!
    grid: [[Lamp!]!]!
    notAList: [Lamp!]
    requestId: String!
  }
  type Mutation { count: Int! fail: Int! }
  type Subscription { lampChanged(id: ID!): Boolean! broken: Boolean! late: Boolean! }
  type Lamp @key(fields: "id") { id: ID! watts: Int! broken: Int! }
  type Shade @key(fields: "id") { id: ID! }
`;

const clock = new FakeClock();
const keys = generateKeyPairSync('ed25519');
const signer = new TokenSigner(keys.privateKey, clock);
const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);
beforeEach(() => void process.on('unhandledRejection', note));
afterEach(async () => {
  await new Promise(setImmediate);
  process.off('unhandledRejection', note);
  expect(unhandled.splice(0)).toEqual([]);
});

const rejects = () =>
  new Promise((_resolve, reject) => setImmediate(() => reject(new Error('secret: later'))));

function setUp() {
  const lines: string[] = [];
  const loads: (readonly string[])[] = [];
  let count = 0;
  const events = new LocalEvents<Topics>();
  const resolvers = {
    Query: {
      me: (_: unknown, _args: unknown, context: Context) => requirePermission(context, 'provide').id,
      price: (_: unknown, { of }: { of: bigint }) => of + 1n,
      at: () => new Date(0),
      refuse: () => {
        throw new DomainError('CONFLICT', 'It is taken; take another.', { by: 'a' });
      },
      boom: () => {
        throw new TypeError('secret: at once');
      },
      nonsense: () => ({ toString: () => 7 }),
      lamps: () => [{ id: 'a', watts: rejects }, null],
      grid: () => [[{ id: 'a', watts: rejects }], [{ id: 'b', watts: rejects }, new Error('secret: item')]],
      notAList: () => 7,
      requestId: (_: unknown, _args: unknown, context: Context) => context.requestId,
    },
    Mutation: {
      count: () => ++count,
      fail: () => Promise.reject(new DomainError('CONFLICT', 'No.')),
    },
    Subscription: {
      lampChanged: {
        subscribe: (_: unknown, { id }: { id: string }, context: Context<Topics>) =>
          context.events.listen('lamp.changed', { lamp: id }, { max: 2 }),
        resolve: ({ on }: Topics['lamp.changed']) => {
          if (on) return true;
          throw new Error('secret: event');
        },
      },
      broken: { subscribe: () => ({ not: 'a stream' }) },
      late: {
        subscribe: async function* () {
          yield { late: true };
          throw new Error('secret: stream');
        },
      },
    },
    Lamp: {
      __resolveReference: batchReferences((ids: readonly string[]) => {
        loads.push(ids);
        return ids.map((id) =>
          id === 'bad' ? new DomainError('NOT_FOUND', 'No such lamp.') : { id, watts: 5 },
        );
      }),
    },
    Shade: {
      __resolveReference: ({ id }: { id: string }) => {
        if (id === 'late') return rejects();
        throw new Error('secret: shade');
      },
    },
  };
  const subgraph = buildSubgraph({
    name: 'lamps',
    typeDefs,
    resolvers,
    events,
    clock,
    verifier: new TokenVerifier(keys.publicKey, clock),
    log: createLog({ destination: { write: (line) => void lines.push(line) } }),
  });
  const post = async (body: unknown) =>
    JSON.parse(await subgraph.post(typeof body === 'string' ? body : JSON.stringify(body), []));
  return { subgraph, events, post, lines, loads };
}

/** What `{ me }` came to: who, or the code of the refusal. */
function outcome({ data, errors }: FormattedExecutionResult): unknown {
  return errors ? errors[0]?.extensions?.code : data?.me;
}

describe('arrays', () => {
  test('every operation is answered in its place, by the token it carries', async () => {
    const { post } = setUp();
    const { token } = await signer.sign(aProvider('p1'));
    const { token: other } = await signer.sign(aCreator());
    const query = '{ me }';
    const answers = await post([
      { query, extensions: { token } },
      { query, extensions: { token: other } },
      { query },
      { query, extensions: { token: `${token}x` } },
      { query, extensions: { token: 7 } },
      { query, extensions: { token: null } },
    ]);
    expect(answers.map(outcome)).toEqual([
      'p1',
      'FORBIDDEN',
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
    expect(answers[2].data).toEqual({ me: null });
    expect(answers[3].data).toBe(undefined);
  });

  test('mutations in one array run independently: one that fails takes no other with it', async () => {
    const { post } = setUp();
    const [first, failed, second, both] = await post([
      { query: 'mutation { count }' },
      { query: 'mutation { fail }' },
      { query: 'mutation { count }' },
      { query: 'mutation { a: count b: count }' },
    ]);
    expect([first, second, both]).toEqual([
      { data: { count: 1 } },
      { data: { count: 2 } },
      { data: { a: 3, b: 4 } },
    ]);
    expect(failed).toMatchObject({
      data: null,
      errors: [{ message: 'No.', extensions: { code: 'CONFLICT' } }],
    });
  });

  test('an array of none or of more than 256 is refused, one of 256 is answered', async () => {
    const { post } = setUp();
    const operations = Array.from({ length: 257 }, () => ({ query: '{ __typename }' }));
    expect(await post(operations)).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
    expect(await post([])).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
    expect(await post(operations.slice(1))).toHaveLength(256);
  });

  test('a token that ends between two operations ends for the second', async () => {
    const { post } = setUp();
    const { token } = await signer.sign(aProvider('p1'));
    const operation = { query: '{ me }', extensions: { token } };
    expect(await post(operation)).toEqual({ data: { me: 'p1' } });
    clock.advance(60_000);
    expect(await post(operation)).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});

describe('what is malformed is refused by name, and the rest of its array answered', () => {
  test.each(['', '{', 'null', '7', '"{ me }"', '[[]]', '{"query":7}', '{"query":"{ at }","variables":[]}'])(
    'the body %s',
    async (body) => {
      const { post } = setUp();
      const answer = await post(body);
      const { errors } = Array.isArray(answer) ? answer[0] : answer;
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
    },
  );

  test('operations among good ones', async () => {
    const { post } = setUp();
    const answers = await post([
      null,
      { query: '{ me' },
      { query: '{ you }' },
      { query: '{ at }' },
      { query: 'query A { at } query B { at }' },
      { query: 'subscription { lampChanged(id: "a") }' },
      { query: 'query ($of: MicroUsd!) { price(of: $of) }', variables: { of: '1.5' } },
      { query: 'query A { at } query B { requestId }', operationName: 'A' },
      { query: '{ __proto__: at constructor: at }', variables: { __proto__: null } },
    ]);
    expect(answers.map((answer: FormattedExecutionResult) => answer.errors?.[0]?.extensions?.code)).toEqual([
      'INVALID_INPUT',
      'GRAPHQL_PARSE_FAILED',
      'GRAPHQL_VALIDATION_FAILED',
      undefined,
      'INVALID_INPUT',
      'INVALID_INPUT',
      'BAD_USER_INPUT',
      undefined,
      undefined,
    ]);
    expect(answers[6].errors[0].message).toContain('$of');
  });

  test('a body of more than 16 MiB', async () => {
    const { post } = setUp();
    expect(await post(`{"query":"${'x'.repeat(2 ** 24)}"}`)).toMatchObject({
      errors: [{ message: expect.stringContaining('16 MiB'), extensions: { code: 'INVALID_INPUT' } }],
    });
  });
});

describe('errors', () => {
  test('a refusal is shown with its code, its details and its place', async () => {
    const { subgraph, lines } = setUp();
    expect(await run(subgraph, '{ refuse }')).toEqual({
      data: { refuse: null },
      errors: [
        {
          message: 'It is taken; take another.',
          path: ['refuse'],
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'CONFLICT', by: 'a' },
        },
      ],
    });
    expect(lines).toEqual([]);
  });

  test('our own failures are logged whole and shown as the id of the request', async () => {
    const { post, lines } = setUp();
    const answer = await post({
      query: '{ boom notAList { id } nonsense }',
      extensions: { requestId: 'r-1' },
    });
    expect(answer.data).toEqual({ boom: null, notAList: null, nonsense: null });
    for (const { message, extensions } of answer.errors) {
      expect(message).toContain('r-1');
      expect(extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' });
    }
    expect(JSON.stringify(answer)).not.toContain('secret');
    const [boom] = lines.map((line) => JSON.parse(line)).filter(({ path }) => path === 'boom');
    expect(boom).toMatchObject({ requestId: 'r-1', subgraph: 'lamps', err: { message: 'secret: at once' } });
  });

  test('a request id is taken over when it is harmless, else made', async () => {
    const { post } = setUp();
    const idOf = async (requestId: unknown) =>
      (await post({ query: '{ requestId }', extensions: { requestId } })).data.requestId;
    expect(await idOf('a.B:1-2')).toBe('a.B:1-2');
    for (const id of ['', 'x'.repeat(65), 'a\nb', 7, null]) expect(await idOf(id)).toMatch(/^[\da-f-]{36}$/);
  });

  test.each(['{ lamps { id watts } }', '{ grid { id watts } }'])(
    'a list whose items fail, some at once and some later, ends no process: %s',
    async (query) => {
      const { subgraph } = setUp();
      const { data, errors } = await run(subgraph, query);
      expect(data).toBe(null);
      expect(errors?.[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
    },
  );
});

describe('entities', () => {
  const query =
    'query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on Lamp { id watts } } }';

  test('those of one operation are loaded together', async () => {
    const { subgraph, loads } = setUp();
    const of = ['a', 'b', 'a'].map((id) => ({ __typename: 'Lamp', id }));
    const { data } = await run(subgraph, query, { of });
    expect(data?._entities).toEqual(['a', 'b', 'a'].map((id) => ({ __typename: 'Lamp', id, watts: 5 })));
    expect(loads).toEqual([['a', 'b']]);
  });

  test('one that fails, however it fails, fails alone', async () => {
    const { subgraph } = setUp();
    const of = [
      { __typename: 'Shade', id: 'late' },
      { __typename: 'Lamp', id: 'a' },
      { __typename: 'Shade', id: 'at once' },
      { __typename: 'Lamp', id: 'bad' },
      { __typename: 'Lamp', id: { $ne: null } },
      { __typename: 'Ghost', id: 'a' },
      { __typename: 'Query' },
      'no representation',
    ];
    const { data, errors } = await run(subgraph, query, { of });
    expect(data?._entities).toMatchObject([
      null,
      { id: 'a' },
      null,
      null,
      null,
      null,
      ...of.slice(6).map(() => null),
    ]);
    expect(new Map(errors?.map(({ path, extensions }) => [path?.[1], extensions?.code]))).toEqual(
      new Map<unknown, unknown>([
        [0, 'INTERNAL_SERVER_ERROR'],
        [2, 'INTERNAL_SERVER_ERROR'],
        [3, 'NOT_FOUND'],
        [4, 'INVALID_INPUT'],
        [5, 'INTERNAL_SERVER_ERROR'],
        [6, 'INTERNAL_SERVER_ERROR'],
        [7, 'INTERNAL_SERVER_ERROR'],
      ]),
    );
  });

  test('at most 10,000 are resolved at a time', async () => {
    const { subgraph } = setUp();
    const of = Array.from({ length: 10_001 }, (_, i) => ({ __typename: 'Lamp', id: `${i}` }));
    const { errors } = await run(subgraph, query, { of });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
  });
});

describe('subscriptions', () => {
  const query = 'subscription ($id: ID!) { lampChanged(id: $id) }';

  function sink() {
    const { promise: ended, resolve } = Promise.withResolvers<unknown>();
    const results: FormattedExecutionResult[] = [];
    return {
      results,
      ended,
      next: (result: FormattedExecutionResult) => void results.push(result),
      error: (error: unknown) => resolve(error),
      complete: () => resolve('complete'),
    };
  }
  const turn = () => new Promise(setImmediate);

  test('a failing event is an answer with errors, and the next one comes', async () => {
    const { subgraph, events } = setUp();
    const stream = await runSubscription(subgraph, query, { id: 'a' });
    events.publish('lamp.changed', { lamp: 'a', on: false });
    events.publish('lamp.changed', { lamp: 'a', on: true });
    expect((await stream.next()).value).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect((await stream.next()).value).toEqual({ data: { lampChanged: true } });
  });

  test('whoever was too slow is told how many events were dropped', async () => {
    const { subgraph, events } = setUp();
    const stream = await runSubscription(subgraph, query, { id: 'a' });
    for (let i = 0; i < 5; i++) events.publish('lamp.changed', { lamp: 'a', on: true });
    expect((await stream.next()).value).toEqual({ data: { lampChanged: true }, extensions: { dropped: 3 } });
    expect((await stream.next()).value).toEqual({ data: { lampChanged: true } });
  });

  test('events come until it is ended, and ending it at any moment leaves no listener', async () => {
    const { subgraph, events } = setUp();
    let listeners = 0;
    const listen = events.listen.bind(events);
    events.listen = (...given) => {
      listeners++;
      const listener = listen(...given);
      const end = listener.return.bind(listener);
      return Object.assign(listener, { return: () => (listeners--, end()) });
    };
    const at = sink();
    const end = subgraph.subscribe({ query, variables: { id: 'a' } }, at);
    await turn();
    events.publish('lamp.changed', { lamp: 'a', on: true });
    await turn();
    expect(at.results).toEqual([{ data: { lampChanged: true } }]);
    expect(listeners).toBe(1);
    end();
    end();
    await turn();
    expect(listeners).toBeLessThanOrEqual(0);
    events.publish('lamp.changed', { lamp: 'a', on: true });
    await turn();
    expect(at.results).toHaveLength(1);

    listeners = 0;
    subgraph.subscribe({ query, variables: { id: 'a' } }, sink())();
    await turn();
    expect(listeners).toBeLessThanOrEqual(0);
  });

  test('what cannot start is told as errors', async () => {
    const { subgraph } = setUp();
    const refusals: [object, string][] = [
      [{ query: 'subscription { lampChanged }' }, 'GRAPHQL_VALIDATION_FAILED'],
      [{ query: 'subscription {' }, 'GRAPHQL_PARSE_FAILED'],
      [{ query, variables: {} }, 'BAD_USER_INPUT'],
      [{ query: 7 }, 'INVALID_INPUT'],
      [{ query, variables: { id: 'a' }, extensions: { token: 'forged' } }, 'UNAUTHENTICATED'],
      [{ query: 'subscription { broken }' }, 'INTERNAL_SERVER_ERROR'],
    ];
    for (const [operation, code] of refusals) {
      const at = sink();
      subgraph.subscribe(operation as { query: string }, at);
      expect(await at.ended).toMatchObject([{ extensions: { code } }]);
      expect(at.results).toEqual([]);
    }
  });

  test('a stream that fails ends with an error, a query with its answer', async () => {
    const { subgraph } = setUp();
    const late = sink();
    subgraph.subscribe({ query: 'subscription { late }' }, late);
    expect(await late.ended).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(late.results).toEqual([{ data: { late: true } }]);
    const once = sink();
    subgraph.subscribe({ query: '{ at }' }, once);
    expect(await once.ended).toBe('complete');
    expect(once.results).toEqual([{ data: { at: '1970-01-01T00:00:00.000Z' } }]);
  });

  test('a sink that throws ends its own subscription and no more', async () => {
    const { subgraph, events, lines } = setUp();
    const throws = () => {
      throw new Error('sunk');
    };
    subgraph.subscribe({ query, variables: { id: 'a' } }, { next: throws, error: throws, complete: throws });
    const at = sink();
    subgraph.subscribe({ query, variables: { id: 'a' } }, at);
    await turn();
    events.publish('lamp.changed', { lamp: 'a', on: true });
    await turn();
    expect(at.results).toHaveLength(1);
    expect(lines.join()).toContain('a subscriber failed');
  });
});

describe('building', () => {
  const build =
    (resolvers: object, sdl = typeDefs) =>
    () =>
      buildSubgraph({
        name: 'lamps',
        typeDefs: sdl,
        resolvers,
        events: new LocalEvents(),
        clock,
        verifier: new TokenVerifier(keys.publicKey),
        log: createLog({ level: 'silent' }),
      });

  test('resolvers for what the schema lacks, and scalars that nothing implements, are refused by name', () => {
    expect(build({ Query: { your: () => 1 }, Lmap: {} })).toThrow(
      'Query has no field your; the schema has no type Lmap',
    );
    expect(build({}, 'type Query { a: Weight } scalar Weight')).toThrow(
      'nothing implements the scalar Weight',
    );
  });

  test('the SDL is served to whoever composes', async () => {
    const { data } = await run(setUp().subgraph, '{ _service { sdl } }');
    expect((data as { _service: { sdl: string } })._service.sdl).toContain('type Lamp @key(fields: "id")');
  });

  test('a cancelled request does not begin what was not begun', async () => {
    const { subgraph, post } = setUp();
    const body = JSON.stringify({ query: 'mutation { count }' });
    expect(JSON.parse(await subgraph.post(body, [], { cancelled: true }))).toMatchObject({
      errors: [{ extensions: { code: 'REQUEST_CANCELLED' } }],
    });
    expect(await post(body)).toEqual({ data: { count: 1 } });
  });
});
