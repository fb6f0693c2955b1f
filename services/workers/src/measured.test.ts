import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCreator, aProvider, aWorker, anOperator } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { create } from './test/agents.ts';
import { openWorkers, type OpenedWorkers } from './test/openWorkers.ts';

let workers: OpenedWorkers;
beforeAll(async () => void (workers = await openWorkers()));
afterAll(() => workers.close());

const takenAt = '2099-12-31T12:00:00.000Z';
const result = (kind: string, perSecond: number) => ({
  kind,
  perSecond,
  engine: `${kind} 1.0`,
  device: 'GPU',
});
const slot = (index: number, ...results: object[]) => ({ slot: index, driver: '550.1', results });
const benchmark = (change: object = {}) => ({
  takenAt,
  agentVersion: '0.1.0',
  slots: [slot(0, result('UPSCALE', 2.5), result('RENDER', 80))],
  ...change,
});
const check = (code: string, passed: boolean | null = true) => ({
  code,
  passed,
  finding: `${code} was looked at.`,
  advice: passed === false ? 'Mend it.' : null,
  checkedAt: takenAt,
});
const gpu = (index: number) => ({ index, uuid: `GPU-${index}`, name: 'RTX' });
const machine = (change: object = {}) => ({
  gpus: [gpu(0), gpu(1)],
  cpu: 'A CPU',
  cpuCores: 8,
  memoryMiB: 16_384,
  os: 'Linux',
  agentVersion: '0.1.0',
  ...change,
});

const reportHardware =
  'mutation ($input: HardwareInput!) { reportHardware(input: $input) { hardware { timeZone } } }';
const reportBenchmark = `mutation ($input: BenchmarkInput!) { reportBenchmark(input: $input) { benchScore benchmark {
  score assumed takenAt agentVersion slots { slot score driver results { kind perSecond unit score engine model device } }
} } }`;
const reportConnection = `mutation ($input: ConnectionInput!) { reportConnection(input: $input) {
  connection { downloadMbps uploadMbps latencyMs measuredAt }
} }`;
const reportCompliance = `mutation ($checks: [ComplianceCheckInput!]!) { reportCompliance(checks: $checks) {
  compliance { passed checks { code passed advice } }
} }`;
const measureConnection =
  'mutation { measureConnection { downloadUrl uploadUrl downloadBytes uploadBytes } }';
const setLocation = `mutation ($id: ID!, $location: LocationInput) { setWorkerLocation(id: $id, location: $location) {
  location { place country statedAt }
} }`;
const tallinn = { place: 'Tallinn, Harju', country: 'EE' };

/** A worker whose agent has told of two GPUs. */
async function reported(name: string, change: object = {}) {
  const { id } = await create(workers, name);
  const agent = aWorker(id);
  await workers.ask(reportHardware, { input: machine(change) }, agent);
  return { id, agent };
}

describe('who is no agent', () => {
  const calls: [string, Record<string, unknown>][] = [
    [reportBenchmark, { input: benchmark() }],
    [reportConnection, { input: { latencyMs: 10, measuredAt: takenAt } }],
    [reportCompliance, { checks: [check('SANDBOX')] }],
    [measureConnection, {}],
  ];
  test.each(calls)('is refused %s', async (mutation, variables) => {
    expect(await workers.refusal(mutation, variables)).toBe('UNAUTHENTICATED');
    for (const actor of [aProvider(), aCreator(), anOperator()])
      expect(await workers.refusal(mutation, variables, actor)).toBe('FORBIDDEN');
  });

  test('and an agent whose worker was deleted is told so', async () => {
    for (const [mutation, variables] of calls.slice(0, 3))
      expect(await workers.refusal(mutation, variables, aWorker('wkr_gone'))).toBe('NOT_FOUND');
  });
});

describe('a benchmark', () => {
  test('scores by the reference GPU: a slot the geometric mean of its kinds, a worker the sum of its slots', async () => {
    const { id, agent } = await reported('bench');
    const slots = [slot(1, result('UPSCALE', 5)), ...benchmark().slots];
    const answer = await workers.ask(reportBenchmark, { input: benchmark({ slots }) }, agent);
    expect(answer.reportBenchmark.benchScore).toBe(4_000);
    expect(answer.reportBenchmark.benchmark).toMatchObject({
      score: 4_000,
      assumed: true,
      takenAt,
      slots: [
        {
          slot: 0,
          score: 2_000,
          driver: '550.1',
          results: [
            { kind: 'UPSCALE', unit: 'OUTPUT_MEGAPIXELS', perSecond: 2.5, score: 1_000, model: null },
            { kind: 'RENDER', unit: 'MEGASAMPLES', perSecond: 80, score: 4_000, engine: 'RENDER 1.0' },
          ],
        },
        { slot: 1, score: 2_000 },
      ],
    });
    expect((await workers.models.workers.findById(id).lean())?.benchScore).toBe(4_000);
    expect(workers.published('worker.changed').at(-1)).toMatchObject({ workerId: id });
    await expect
      .poll(() =>
        workers.events.delivered
          .filter(({ topic }) => topic === 'worker.market')
          .map(({ event }) => event as EventMap['worker.market'])
          .findLast(({ workerId }) => workerId === id),
      )
      .toMatchObject({ benchScore: 4_000 });
  });

  test('that is older than what is known, or the same again, changes nothing', async () => {
    const { id, agent } = await reported('bench twice');
    await workers.ask(reportBenchmark, { input: benchmark() }, agent);
    const known = async () => {
      const { benchmark, benchScore, updatedAt } = (await workers.models.workers.findById(id).lean())!;
      return { benchmark, benchScore, updatedAt };
    };
    const before = await known();
    workers.clock.advance(1_000);
    const slots = [slot(0, result('UPSCALE', 1))];
    for (const at of [takenAt, '2099-12-30T00:00:00Z']) {
      const { reportBenchmark: worker } = await workers.ask(
        reportBenchmark,
        { input: benchmark({ takenAt: at, slots }) },
        agent,
      );
      expect(worker.benchScore).toBe(2_000);
    }
    expect(await known()).toEqual(before);
    const later = benchmark({ takenAt: '2099-12-31T13:00:00Z', slots });
    expect((await workers.ask(reportBenchmark, { input: later }, agent)).reportBenchmark.benchScore).toBe(
      400,
    );
  });

  test.each(['2101-01-02T00:00:00Z', '1970-01-01T00:00:00Z'])(
    'by a clock that shows %s is taken as of now, and older than one by a right clock afterwards',
    async (wrong) => {
      const { agent } = await reported(wrong);
      const told = async (change: object) =>
        (await workers.ask(reportBenchmark, { input: benchmark(change) }, agent)).reportBenchmark;
      const now = new Date(workers.clock.now()).toISOString();
      expect((await told({ takenAt: wrong })).benchmark.takenAt).toBe(now);
      workers.clock.advance(1_000);
      const right = new Date(workers.clock.now()).toISOString();
      expect((await told({ takenAt: right })).benchmark.takenAt).toBe(right);
    },
  );

  test('is void once slots that it measured are gone', async () => {
    const { id, agent } = await reported('outgrown');
    const slots = [slot(0, result('UPSCALE', 2.5)), slot(1, result('UPSCALE', 2.5))];
    await workers.ask(reportBenchmark, { input: benchmark({ slots }) }, agent);
    await workers.ask(reportHardware, { input: machine({ os: 'Linux 2' }) }, agent);
    expect((await workers.models.workers.findById(id).lean())!.benchScore).toBe(2_000);
    await workers.ask(reportHardware, { input: machine({ gpus: [gpu(0)] }) }, agent);
    const { benchmark: known, benchScore } = (await workers.models.workers.findById(id).lean())!;
    expect([known, benchScore]).toEqual([undefined, undefined]);
  });

  test.each([
    ['a speed of nothing', { slots: [slot(0, result('UPSCALE', 0))] }],
    ['a speed that no machine has', { slots: [slot(0, result('UPSCALE', 2_501))] }],
    ['no slot', { slots: [] }],
    ['a slot without a result', { slots: [slot(0)] }],
    ['a slot twice', { slots: [slot(0, result('UPSCALE', 1)), slot(0, result('UPSCALE', 1))] }],
    ['a kind twice', { slots: [slot(0, result('UPSCALE', 1), result('UPSCALE', 2))] }],
    ['a slot that the worker does not have', { slots: [slot(2, result('UPSCALE', 1))] }],
  ])('of %s is refused', async (what, change) => {
    const { agent } = await reported(what);
    expect(await workers.refusal(reportBenchmark, { input: benchmark(change) }, agent)).toBe('INVALID_INPUT');
  });
});

describe('a connection', () => {
  test('is told as it was measured, with null for what was not, and never goes back', async () => {
    const { agent } = await reported('connected');
    const input = { downloadMbps: 941.2, uploadMbps: null, latencyMs: 12, measuredAt: takenAt };
    const older = { ...input, downloadMbps: 1, measuredAt: '2099-12-30T00:00:00Z' };
    for (const each of [input, older])
      expect(
        (await workers.ask(reportConnection, { input: each }, agent)).reportConnection.connection,
      ).toEqual(input);
  });

  test.each([
    ['of nothing at all', { measuredAt: takenAt }],
    ['without a speed', { downloadMbps: 0, measuredAt: takenAt }],
    ['faster than any', { uploadMbps: 1e7, measuredAt: takenAt }],
  ])('%s is refused', async (what, input) => {
    const { agent } = await reported(what);
    expect(await workers.refusal(reportConnection, { input }, agent)).toBe('INVALID_INPUT');
  });

  test('is measured by addresses of which there are few', async () => {
    const { agent } = await reported('measures');
    const { measureConnection: given } = await workers.ask(measureConnection, {}, agent);
    expect(given.downloadUrl).toMatch(/^https:\/\/pictor\.test\/speed\/[0-9a-f]{24}\?expires=\d+&signature=/);
    expect(given.uploadUrl).not.toBe(given.downloadUrl);
    for (let i = 0; i < 3; i++) await workers.ask(measureConnection, {}, agent);
    expect(await workers.refusal(measureConnection, {}, agent)).toBe('RATE_LIMITED');
    const { agent: other } = await reported('another measures');
    await workers.ask(measureConnection, {}, other);
  });
});

describe('compliance', () => {
  const ask = async (agent: ReturnType<typeof aWorker>, checks: object[]) =>
    (await workers.ask(reportCompliance, { checks }, agent)).reportCompliance.compliance;

  test('passes when nothing fails, what nobody knows included', async () => {
    const { agent } = await reported('compliant');
    expect(await ask(agent, [check('SANDBOX'), check('DRIVER', null)])).toEqual({
      passed: true,
      checks: [
        { code: 'DRIVER', passed: null, advice: null },
        { code: 'SANDBOX', passed: true, advice: null },
        { code: 'AGENT_VERSION', passed: true, advice: null },
      ],
    });
  });

  test('fails by one check, which comes first with its advice', async () => {
    const { agent } = await reported('risky');
    const compliance = await ask(agent, [check('CLOCK'), check('SANDBOX', false)]);
    expect(compliance.passed).toBe(false);
    expect(compliance.checks[0]).toEqual({ code: 'SANDBOX', passed: false, advice: 'Mend it.' });
    expect((await ask(agent, [check('SANDBOX')])).passed).toBe(true);
  });

  test('is told also by a machine whose clock is far ahead, as of now', async () => {
    const { id, agent } = await reported('ahead');
    await ask(agent, [{ ...check('CLOCK', false), checkedAt: '2101-01-01T00:00:00Z' }]);
    const [stored] = (await workers.models.workers.findById(id).lean())!.checks!;
    expect(stored!.checkedAt.getTime()).toBe(workers.clock.now());
  });

  test.each([
    ['0.0.9', false],
    ['0.1.0-rc.1', true],
    ['0.2.0', true],
    ['of my own', null],
  ])('knows whether version %s is current', async (agentVersion, passed) => {
    const { agent } = await reported(agentVersion, { agentVersion });
    const { checks } = await ask(agent, [check('CLOCK')]);
    expect(checks.find(({ code }: { code: string }) => code === 'AGENT_VERSION').passed).toBe(passed);
  });

  test.each([
    ['nothing', []],
    ['a code twice', [check('CLOCK'), check('CLOCK')]],
    ['what the platform checks itself', [check('AGENT_VERSION')]],
    ['a novel', [{ ...check('CLOCK'), finding: 'x'.repeat(501) }]],
    ['control characters', [{ ...check('CLOCK'), advice: 'a\u0007' }]],
  ])('of %s is refused', async (what, checks) => {
    const { agent } = await reported(what);
    expect(await workers.refusal(reportCompliance, { checks }, agent)).toBe('INVALID_INPUT');
  });
});

describe('a location', () => {
  test('is what its provider states, until it is taken back', async () => {
    const { id } = await create(workers, 'placed');
    const location = { place: '  Tallinn, Harju ', country: 'ee' };
    const statedAt = new Date(workers.clock.now()).toISOString();
    expect((await workers.ask(setLocation, { id, location }, aProvider())).setWorkerLocation).toEqual({
      location: { ...tallinn, statedAt },
    });
    expect((await workers.ask(setLocation, { id, location: null }, aProvider())).setWorkerLocation).toEqual({
      location: null,
    });
  });

  test.each([
    { place: 'Atlantis', country: 'XX' },
    { place: ' ', country: 'EE' },
    { place: 'x'.repeat(101), country: 'EE' },
    { place: 'Tal\u0000linn', country: 'EE' },
  ])('$place, $country is refused', async (location) => {
    const { id } = await create(workers, 'placed wrongly');
    expect(await workers.refusal(setLocation, { id, location }, aProvider())).toBe('INVALID_INPUT');
  });

  test('is stated by nobody but its provider', async () => {
    const { id, agent } = await reported('placed by others');
    expect(await workers.refusal(setLocation, { id, location: tallinn })).toBe('UNAUTHENTICATED');
    expect(await workers.refusal(setLocation, { id, location: tallinn }, aProvider('bob'))).toBe('NOT_FOUND');
    for (const actor of [agent, aCreator(), anOperator()])
      expect(await workers.refusal(setLocation, { id, location: tallinn }, actor)).toBe('FORBIDDEN');
    expect((await workers.models.workers.findById(id).lean())?.location).toBeUndefined();
  });

  test('is hinted at by the time zone', async () => {
    const { agent } = await reported('zoned');
    const told = (timeZone: unknown) => ({ input: machine({ timeZone }) });
    const { reportHardware: worker } = await workers.ask(reportHardware, told('Europe/Tallinn'), agent);
    expect(worker.hardware.timeZone).toBe('Europe/Tallinn');
    for (const wrong of ['Mars/Olympus', '+02:00'])
      expect(await workers.refusal(reportHardware, told(wrong), agent)).toBe('INVALID_INPUT');
  });
});
