import { run, runSubscription, aCreator, aProvider, aWorker } from '@pictor/kit/testing';
import type { Actor } from '@pictor/kit';
import { expect, test } from 'vitest';
import { aPicture, askForTask, complete, lease, submit, upload } from './test/flow.ts';
import { anAgent, creator, openTasks, type OpenTasks } from './test/openTasks.ts';
import { failTask } from './domain/failTask.ts';
import { limits } from './domain/limits.ts';
import { reportProgress } from './domain/reportProgress.ts';

const ann = anAgent('ann');
const checker = anAgent('checker-1', 'checker');
const provider = aProvider('provider-of-ann');
const stranger = aProvider('stranger');
const both: Actor = { id: 'both', role: 'account', accountId: 'both', permissions: ['provide', 'create'] };

const ask = (opened: OpenTasks, actor: Actor | undefined, query: string, variables = {}) =>
  run(opened.service.subgraph, query, variables, actor);
const codesOf = ({ errors }: Awaited<ReturnType<typeof ask>>) =>
  errors?.map(({ extensions }) => extensions?.code);

const mutations: [name: string, mutation: string, mayNot: Actor, code: string][] = [
  [
    'createUpload',
    'createUpload(input: { sizeBytes: 1, contentType: "image/png" }) { url }',
    provider,
    'FORBIDDEN',
  ],
  ['submitJob', 'submitJob(input: { key: "k", name: "n", assetId: "$asset" }) { id }', provider, 'FORBIDDEN'],
  ['cancelJob', 'cancelJob(id: "$job") { id }', provider, 'FORBIDDEN'],
  ['leaseTask', 'leaseTask(slot: 0) { token }', creator, 'FORBIDDEN'],
  [
    'reportProgress',
    'reportProgress(reports: [{ attemptId: "$attempt", token: "$token", progress: 0.1 }]) { held }',
    creator,
    'FORBIDDEN',
  ],
  [
    'createResultUpload',
    'createResultUpload(input: { attemptId: "$attempt", token: "$token", sizeBytes: 9 }) { url }',
    creator,
    'FORBIDDEN',
  ],
  [
    'completeTask',
    'completeTask(input: { attemptId: "$attempt", token: "$token", assetId: "a", sha256: "${0}", signature: "" }) { id }'.replace(
      '${0}',
      '0'.repeat(64),
    ),
    creator,
    'FORBIDDEN',
  ],
  [
    'failTask',
    'failTask(input: { attemptId: "$attempt", token: "$token", code: "X", reason: "" }) { id }',
    creator,
    'FORBIDDEN',
  ],
];

/** A job of one creator with a task leased to one worker. */
async function inUse(opened: OpenTasks) {
  const job = await submit(opened.world);
  await opened.quiet();
  const leased = await lease(opened.world, ann);
  const asset = await upload(opened.world, await aPicture());
  const fill = (text: string) =>
    text
      .replace('$asset', asset)
      .replace('$job', job._id)
      .replace('$attempt', leased.attemptId)
      .replace('$token', leased.token);
  return { job, leased, fill };
}

test.each(mutations)(
  '%s: not by a stranger, nor in the wrong role',
  async (_name, mutation, mayNot, code) => {
    await using opened = await openTasks();
    const { fill } = await inUse(opened);
    const query = `mutation { ${fill(mutation)} }`;
    expect(codesOf(await ask(opened, undefined, query))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await ask(opened, mayNot, query))).toEqual([code]);
  },
);

test.each([
  ['submitJob', aCreator('other'), 'ASSET_NOT_FOUND'],
  ['cancelJob', aCreator('other'), 'NOT_FOUND'],
  ['createResultUpload', aWorker('other'), 'LEASE_LOST'],
  ['completeTask', aWorker('other'), 'LEASE_LOST'],
  ['failTask', aWorker('other'), 'LEASE_LOST'],
])('%s: not with the ids of another, even knowing them', async (name, other, code) => {
  await using opened = await openTasks();
  const { fill, leased } = await inUse(opened);
  const [, mutation] = mutations.find(([each]) => each === name)!;
  expect(codesOf(await ask(opened, other, `mutation { ${fill(mutation)} }`))).toEqual([code]);
  expect(await opened.world.tasks.findById(leased.taskId).lean()).toMatchObject({
    state: 'RUNNING',
    progress: 0,
  });
});

test("another's lease is not renewed", async () => {
  await using opened = await openTasks();
  const { fill } = await inUse(opened);
  const [, mutation] = mutations.find(([each]) => each === 'reportProgress')!;
  const answer = await ask(opened, aWorker('other'), `mutation { ${fill(mutation)} }`);
  expect(answer.data).toEqual({ reportProgress: [{ held: false }] });
});

const entities = `query ($r: [_Any!]!) { _entities(representations: $r) {
  ... on Job { name state }
  ... on Task { id taskState: state job { name } attempts { id } }
  ... on Attempt { id workerAlias worker { id } task { jobId } }
  ... on Worker { id leases { token } trust { checkChance } computeSeconds currentTasks { id progress } tried: attempts { nodes { id } } }
} }`;

test('who sees what: creator, provider, agent, anyone else', async () => {
  await using opened = await openTasks();
  const { job, leased } = await inUse(opened);
  const { taskId, attemptId, token } = leased;
  const r = [
    { __typename: 'Job', id: job._id },
    { __typename: 'Task', id: taskId },
    { __typename: 'Attempt', id: attemptId },
    { __typename: 'Worker', id: 'ann' },
  ];
  const seen = async (actor: Actor | undefined) => {
    const { data, errors } = await ask(opened, actor, entities, { r });
    expect(errors).toBeUndefined();
    return (data as { _entities: unknown[] })._entities;
  };
  const alias = expect.stringMatching(/^Worker [0-9A-F]{6}$/);
  const attempt = { id: attemptId, workerAlias: alias, task: { jobId: job._id } };
  const worker = {
    id: 'ann',
    trust: { checkChance: 1 },
    computeSeconds: 0,
    currentTasks: [{ id: taskId, progress: 0 }],
    tried: { nodes: [{ id: attemptId }] },
  };
  const task = { id: taskId, taskState: 'RUNNING', attempts: [{ id: attemptId }] };
  expect(await seen(creator)).toEqual([
    { name: 'A still life', state: 'RUNNING' },
    { ...task, job: { name: 'A still life' } },
    { ...attempt, worker: null },
    null,
  ]);
  const asOwner = [null, { ...task, job: null }, { ...attempt, worker: { id: 'ann' } }] as const;
  expect(await seen(provider)).toEqual([...asOwner, { ...worker, leases: null }]);
  expect(await seen(ann.actor)).toEqual([...asOwner, { ...worker, leases: [{ token }] }]);
  expect(await seen(stranger)).toEqual([null, null, null, null]);
  expect(await seen(aWorker('other'))).toEqual([null, null, null, null]);
  expect(await seen(undefined)).toEqual([null, null, null, null]);
});

test("one who provides and creates sees another provider's attempts by alias only", async () => {
  await using opened = await openTasks();
  const job = await submit(opened.world, { actor: both });
  await opened.quiet();
  await lease(opened.world, ann);
  const query = `query ($id: ID!) { job(id: $id) { tasks { index attempts { workerAlias worker { id } } } } }`;
  const { data } = await ask(opened, both, query, { id: job._id });
  const [first] = (data as { job: { tasks: { attempts: object[] }[] } }).job.tasks;
  expect(first!.attempts).toEqual([{ workerAlias: expect.any(String), worker: null }]);
  expect((await ask(opened, creator, query, { id: job._id })).data).toEqual({ job: null });
});

test('a creator learns what no worker has that a waiting job needs', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  const job = await submit(world, { bid: 20_000n });
  const lacks = async () =>
    (await ask(opened, creator, 'query ($id: ID!) { job(id: $id) { lacks } }', { id: job._id })).data?.job;
  expect(await lacks()).toEqual({ lacks: null });
  clock.advance(90_000);
  expect(await lacks()).toEqual({ lacks: 'WORKER' });
  expect(await askForTask(world, ann, 0)).toBeNull();
  expect(await lacks()).toEqual({ lacks: 'LOWER_BID' });
  await world.workers.updateOne({ _id: 'bob' }, { $set: { bid: 20_000n } }, { upsert: true });
  const bobs = await lease(world, anAgent('bob'));
  expect(await lacks()).toEqual({ lacks: null });
  clock.advance(80_000);
  const { attemptId, token } = bobs;
  await reportProgress(world, anAgent('bob'), [{ attemptId, token, progress: 0.5 }]);
  clock.advance(80_000);
  expect(await lacks()).toEqual({ lacks: null });
  clock.advance(10_000);
  expect(await lacks()).toEqual({ lacks: 'WORKER' });
});

test('progress and the expected end follow what agents report', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  const { job, leased } = await inUse(opened);
  clock.advance(10_000);
  const { attemptId, token } = leased;
  await reportProgress(world, ann, [{ attemptId, token, progress: 0.5 }]);
  const query = `query ($id: ID!) { job(id: $id) { progress expectedAt tasks { progress expectedAt attempts { progress seconds } } } }`;
  const { data } = await ask(opened, creator, query, { id: job._id });
  const start = clock.now() - 10_000;
  expect(data).toMatchObject({
    job: {
      progress: 0.125,
      expectedAt: new Date(start + 80_000).toISOString(),
      tasks: [
        {
          progress: 0.5,
          expectedAt: new Date(start + 20_000).toISOString(),
          attempts: [{ progress: 0.5, seconds: 10 }],
        },
        { progress: 0, expectedAt: null, attempts: [] },
        {},
        {},
      ],
    },
  });
});

test('jobs are listed latest first, by state and by word, page by page', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  for (const key of ['a', 'b', 'c']) {
    await submit(world, { key });
    clock.advance(1);
  }
  await submit(world, { actor: aCreator('other') });
  const query = `query ($after: String, $state: [JobState!], $search: String, $first: Int = 2) {
    jobs(after: $after, state: $state, search: $search, first: $first) { nodes { createdAt } pageInfo { hasNextPage endCursor } } }`;
  type Page = {
    jobs: { nodes: { createdAt: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  };
  const page = async (variables: object) => (await ask(opened, creator, query, variables)).data as Page;
  const first = await page({});
  const second = await page({ after: first.jobs.pageInfo.endCursor });
  expect(first.jobs.pageInfo.hasNextPage).toBe(true);
  expect(second.jobs.pageInfo.hasNextPage).toBe(false);
  const times = [...first.jobs.nodes, ...second.jobs.nodes].map(({ createdAt }) => createdAt);
  expect(times).toEqual(times.toSorted().reverse());
  expect(new Set(times).size).toBe(3);
  expect((await page({ state: ['DONE'] })).jobs.nodes).toEqual([]);
  expect((await page({ state: ['QUEUED'], search: 'LIFE' })).jobs.nodes).toHaveLength(2);
  expect((await page({ search: 'ife' })).jobs.nodes).toEqual([]);
  for (const wrong of [{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { search: 'x'.repeat(65) }])
    expect(codesOf(await ask(opened, creator, query, wrong))).toEqual(['INVALID_INPUT']);
});

test('the same key makes one job, however often and at once', async () => {
  await using opened = await openTasks();
  const { world, service } = opened;
  const assetId = await upload(world, await aPicture());
  const input = { key: 'once', name: 'One', assetId, factor: 2 };
  const query = `mutation ($input: SubmitJobInput!) { submitJob(input: $input) { id state maxCost } }`;
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => run(service.subgraph, query, { input }, creator)),
  );
  expect(new Set(answers.map(({ data }) => (data as { submitJob: { id: string } }).submitJob.id)).size).toBe(
    1,
  );
  expect(await world.jobs.countDocuments({})).toBe(1);
  await opened.quiet();
  expect(await world.tasks.countDocuments({})).toBe(4);
  expect(opened.events.delivered.filter(({ topic }) => topic === 'job.submitted')).toHaveLength(1);
});

test.each([
  ['REFUSED', 'INSUFFICIENT_FUNDS'],
  ['SILENCE', null],
] as const)('a submission waits for what billing says: %s', async (answer, reasonCode) => {
  await using opened = await openTasks();
  const { world, billing, events, clock, quiet } = opened;
  billing.answer = answer;
  const submitting = submit(world);
  while (!events.delivered.some(({ topic }) => topic === 'job.submitted')) await quiet();
  clock.advance(5_000);
  const job = await submitting;
  expect(job.state).toBe(answer === 'REFUSED' ? 'REFUSED' : 'FUNDING');
  expect(job.reasonCode ?? null).toBe(reasonCode);
  await quiet();
  expect(await askForTask(world, ann, 0)).toBeNull();
  expect(events.delivered.some(({ topic }) => topic === 'job.closed')).toBe(false);
  if (answer === 'REFUSED') return;
  await events.deliver('job.funded', { jobId: job._id });
  await events.deliver('job.funded', { jobId: job._id });
  expect(await askForTask(world, ann, 0)).not.toBeNull();
});

test('what cannot be submitted says why', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  const query = `mutation ($input: SubmitJobInput!) { submitJob(input: $input) { id } }`;
  const assetId = await upload(world, await aPicture());
  const input = { key: 'k', name: 'n', assetId };
  const submitted = async (change: object) =>
    codesOf(await ask(opened, creator, query, { input: { ...input, ...change } }));
  expect(await submitted({ factor: 3 })).toEqual(['INVALID_INPUT']);
  expect(await submitted({ name: ' ' })).toEqual(['INVALID_INPUT']);
  expect(await submitted({ key: 'x'.repeat(65) })).toEqual(['INVALID_INPUT']);
  expect(await submitted({ assetId: 'none' })).toEqual(['ASSET_NOT_FOUND']);
  const { data } = await ask(
    opened,
    creator,
    'mutation { createUpload(input: { sizeBytes: 9, contentType: "image/png" }) { assetId } }',
  );
  const unsent = (data as { createUpload: { assetId: string } }).createUpload.assetId;
  expect(await submitted({ assetId: unsent })).toEqual(['UPLOAD_INCOMPLETE']);
  const open = Array.from({ length: limits.openJobs }, (_, i) => ({
    insertOne: {
      document: {
        _id: `open-${i}`,
        creatorId: creator.id,
        name: 'x',
        kind: 'UPSCALE' as const,
        state: 'QUEUED',
      },
    },
  }));
  await world.jobs.bulkWrite(open);
  expect(await submitted({})).toEqual(['TOO_MANY_JOBS']);
});

test.each([
  ['65 MiB', 65 * 2 ** 20, 'image/png', 'FILE_TOO_LARGE'],
  ['nothing', 0, 'image/png', 'INVALID_INPUT'],
  ['an SVG', 9, 'image/svg+xml', 'FILE_TYPE_REFUSED'],
  ['HTML', 9, 'text/html', 'FILE_TYPE_REFUSED'],
])('an upload of %s is refused', async (_what, sizeBytes, contentType, code) => {
  await using opened = await openTasks();
  const query = 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { url } }';
  expect(codesOf(await ask(opened, creator, query, { input: { sizeBytes, contentType } }))).toEqual([code]);
});

test('a job is cancelled at any time before its end: what was verified stays paid, the rest is told last', async () => {
  await using opened = await openTasks();
  const { world, events, quiet } = opened;
  const { job, leased } = await inUse(opened);
  const other = await lease(world, ann, 1);
  await complete(world, ann, other);
  await quiet();
  await complete(world, checker, await lease(world, checker));
  await quiet();
  const query = 'mutation ($id: ID!) { cancelJob(id: $id) { state finishedAt verifiedTaskCount } }';
  const cancelled = { state: 'CANCELLED', finishedAt: expect.any(String), verifiedTaskCount: 1 };
  for (let i = 0; i < 2; i++)
    expect((await ask(opened, creator, query, { id: job._id })).data).toEqual({ cancelJob: cancelled });
  await quiet();
  expect((await world.tasks.find({ jobId: job._id }).lean()).map(({ state }) => state).sort()).toEqual([
    'CANCELLED',
    'CANCELLED',
    'CANCELLED',
    'VERIFIED',
  ]);
  expect(await world.attempts.findById(leased.attemptId).lean()).toMatchObject({ state: 'CANCELLED' });
  const told = events.delivered.map(({ topic }) => topic);
  expect(told.filter((topic) => topic === 'task.verified' || topic === 'job.closed')).toEqual([
    'task.verified',
    'job.closed',
  ]);
  await expect(
    failTask(world, ann, { attemptId: leased.attemptId, token: leased.token, code: 'X', reason: '' }),
  ).rejects.toMatchObject({ code: 'LEASE_LOST' });
});

test('billing hears that a job is closed only after it has taken in every verified task', async () => {
  await using opened = await openTasks();
  const { world, events, clock, quiet } = opened;
  const { job } = await inUse(opened);
  let down = true;
  events.receive('task.verified', async () => {
    if (down) throw new Error('Billing is down.');
  });
  await complete(world, ann, (await askForTask(world, ann, 0))!);
  await quiet();
  await complete(world, checker, await lease(world, checker));
  await quiet();
  await ask(opened, creator, 'mutation ($id: ID!) { cancelJob(id: $id) { state } }', { id: job._id });
  await quiet();
  expect(events.delivered.some(({ topic }) => topic === 'job.closed')).toBe(false);
  down = false;
  clock.advance(60_000);
  await quiet();
  await world.kick.job(job._id);
  await quiet();
  const told = events.delivered.map(({ topic }) => topic).filter((topic) => /verified|closed/.test(topic));
  expect(told).toEqual(['task.verified', 'job.closed']);
});

test('a finished job cannot be cancelled', async () => {
  await using opened = await openTasks();
  const { job } = await inUse(opened);
  await opened.world.jobs.updateOne({ _id: job._id }, { $set: { state: 'DONE' } });
  const query = 'mutation ($id: ID!) { cancelJob(id: $id) { state } }';
  expect(codesOf(await ask(opened, creator, query, { id: job._id }))).toEqual(['JOB_FINISHED']);
});

test('screens hear of jobs, attempts and work as far as they are theirs', async () => {
  await using opened = await openTasks();
  const { world, clock, service } = opened;
  const { job, leased } = await inUse(opened);
  const start = (query: string, actor: Actor, variables = {}) =>
    runSubscription(service.subgraph, `subscription ${query}`, variables, actor);
  clock.advance(1_000);
  const jobs = await start('{ jobChanged { job { id progress } } }', creator);
  const mine = await start('{ attemptChanged { attempt { id progress } } }', provider);
  const ours = await start('($id: ID) { attemptChanged(workerId: $id) { attempt { id } } }', provider, {
    id: 'ann',
  });
  const theirs = await start('{ jobChanged { job { id } } }', aCreator('other'));
  const { attemptId, token } = leased;
  await reportProgress(world, ann, [{ attemptId, token, progress: 0.5 }]);
  const next = async (stream: typeof jobs) => (await stream.next()).value?.data;
  expect(await next(jobs)).toEqual({ jobChanged: { job: { id: job._id, progress: 0.125 } } });
  expect(await next(mine)).toEqual({ attemptChanged: { attempt: { id: attemptId, progress: 0.5 } } });
  expect(await next(ours)).toEqual({ attemptChanged: { attempt: { id: attemptId } } });
  const quietStream = theirs.next();
  await theirs.return?.();
  expect((await quietStream).done).toBe(true);
  const work = await start('{ workAvailable { at } }', aWorker('idle'));
  expect(await askForTask(world, { actor: aWorker('idle') }, 0)).not.toBeNull();
  for (let slot = 1; slot < 4; slot++) await askForTask(world, { actor: aWorker('idle') }, slot);
  await failTask(world, ann, { attemptId, token, code: 'X', reason: '' });
  expect(await next(work)).toMatchObject({ workAvailable: { at: expect.anything() } });
  for (const stream of [jobs, mine, ours, work]) await stream.return?.();
});

test.each([
  ['jobChanged(jobId: "$job") { job { id } }', aCreator('other'), 'NOT_FOUND'],
  ['jobChanged { job { id } }', provider, 'FORBIDDEN'],
  ['attemptChanged(workerId: "ann") { attempt { id } }', stranger, 'NOT_FOUND'],
  ['workAvailable { at }', creator, 'FORBIDDEN'],
])('what is not theirs cannot be watched: %s', async (field, actor, code) => {
  await using opened = await openTasks();
  const { fill } = await inUse(opened);
  const started = runSubscription(opened.service.subgraph, `subscription { ${fill(field)} }`, {}, actor);
  await expect(started).rejects.toThrow(code);
});

test('prices, estimates and the checker', async () => {
  await using opened = await openTasks();
  const { world, clock, quiet } = opened;
  const { leased } = await inUse(opened);
  await complete(world, ann, leased);
  await quiet();
  const query = `{
    prices { upscaleMilliUnitsPerMegapixel defaultBid feeBasisPoints assumed }
    estimateUpscale(width: 4000, height: 3000) { milliUnits taskCount reward fee maxCost method assumed }
    checker { online waitingTasks }
  }`;
  const { data } = await ask(opened, creator, query);
  expect(data).toMatchObject({
    prices: { upscaleMilliUnitsPerMegapixel: 400, defaultBid: '500000', feeBasisPoints: 1000, assumed: true },
    estimateUpscale: {
      milliUnits: 19_200,
      taskCount: 12,
      reward: '2664',
      fee: '264',
      maxCost: '2928',
      assumed: true,
    },
    checker: { online: false, waitingTasks: 1 },
  });
  const online = async () => {
    const answer = await ask(opened, creator, '{ checker { online waitingTasks } }');
    return (answer.data as { checker: object }).checker;
  };
  await askForTask(world, checker, 0);
  expect(await online()).toEqual({ online: true, waitingTasks: 0 });
  clock.advance(31_000);
  expect(await online()).toEqual({ online: false, waitingTasks: 0 });
  const large = await ask(opened, creator, '{ estimateUpscale(width: 10000, height: 5001) { milliUnits } }');
  expect(codesOf(large)).toEqual(['PICTURE_TOO_LARGE']);
  const none = await ask(opened, creator, '{ estimateUpscale(width: 0, height: -1) { milliUnits } }');
  expect(codesOf(none)).toEqual(['INVALID_INPUT']);
});

test('a slot beyond all is unknown', async () => {
  await using opened = await openTasks();
  for (const slot of [-1, 64])
    expect(codesOf(await ask(opened, ann.actor, `mutation { leaseTask(slot: ${slot}) { token } }`))).toEqual([
      'SLOT_UNKNOWN',
    ]);
});
