import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openAccount, openOperator } from './setup/accounts.ts';
import { createWorker } from './setup/createWorker.ts';
import { eventually } from './setup/eventually.ts';
import { FakeAgent } from './setup/FakeAgent.ts';
import { liveClient, sessionCredential } from './setup/liveClient.ts';
import { openPlatform } from './setup/openPlatform.ts';
import { payIn } from './setup/payIn.ts';
import { greyPicture } from './setup/pictures.ts';
import { readJob } from './setup/readJob.ts';
import { submitPicture } from './setup/submitPicture.ts';

/** Telemetry's event, with fields of workers, billing, tasks and telemetry. */
const everything = `subscription ($ids: [ID!]) { readingRecorded(workerIds: $ids) {
  reading { at }
  worker { name earnings { total } currentTasks { progress } status { shown } uptime }
} }`;

interface Event {
  readingRecorded: {
    reading: { at: string };
    worker: {
      name: string;
      earnings: { total: string };
      currentTasks: { progress: number }[];
      status: { shown: string };
      uptime: number;
    };
  };
}

type Seen = Event['readingRecorded'];

/** Listens as the holder of a session. */
function listen(url: string, session: string, ids: string[] | null = null) {
  const client = liveClient(url, sessionCredential(session));
  const events = client.iterate<Event>({ query: everything, variables: { ids } });
  const next = async (): Promise<Seen> => {
    const { value } = (await events.next()) as { value?: { data?: Event; errors?: unknown } };
    if (!value?.data || value.errors) throw new Error(`No event: ${JSON.stringify(value)}`);
    return value.data.readingRecorded;
  };
  return {
    next,
    /** The event of the reading taken at this moment; earlier ones are passed over. */
    async of(at: string): Promise<Seen> {
      for (;;) {
        const event = await next();
        if (event.reading.at === at) return event;
      }
    },
    /** Sends readings until one is seen: nothing else tells that a subscription stands. Resolves to that event. */
    start(agent: FakeAgent): Promise<Seen> {
      const first = next();
      return eventually('a first event', async () => {
        await agent.read();
        return Promise.race([first, pause(200, undefined)]);
      });
    },
    [Symbol.asyncDispose]: async () => void (await client.dispose()),
  };
}

describe.each([
  ['in process', 'process'],
  ['over HTTP', 'http'],
] as const)('subgraphs %s', (_, subgraphs) => {
  test('one event brings fields of all four, as they are at that moment', async () => {
    await using platform = await openPlatform({ subgraphs, checker: true });
    const { url } = platform;
    const owner = await openAccount(url, 'owner');
    await payIn(await openOperator(platform), owner.id);
    await using agent = await FakeAgent.join(url, await createWorker(owner.api, 'Studio PC'));
    await using events = listen(url, owner.session);
    expect(await events.start(agent)).toEqual({
      reading: { at: expect.any(String) },
      worker: {
        name: 'Studio PC',
        earnings: { total: '0' },
        currentTasks: [],
        status: { shown: 'IDLE' },
        uptime: expect.any(Number),
      },
    });

    const jobId = await submitPicture(owner.api, await greyPicture(320, 240));
    const lease = await eventually('a lease', () => agent.lease());
    await agent.progress(lease, 0.5);
    // That a worker is at work reaches another service by its outbox: soon, not at once.
    const event = await eventually('an event of a worker at work', async () => {
      const seen = await events.of(await agent.read());
      return seen.worker.status.shown === 'UPSCALING' && seen;
    });
    expect(event).toMatchObject({
      worker: { currentTasks: [{ progress: 0.5 }], earnings: { total: '0' } },
    });
    expect(event.worker.uptime).toBeGreaterThan(0);
    expect(event.worker.uptime).toBeLessThanOrEqual(1);

    const { factor, width, keepHeight } = lease.upscale;
    await agent.complete(lease, await greyPicture(width * factor, keepHeight * factor));
    const paid = await eventually('the reward', async () => {
      const { charge } = await readJob(owner.api, jobId);
      return charge?.rewards !== '0' && charge?.rewards;
    });
    expect(await events.of(await agent.read())).toMatchObject({ worker: { earnings: { total: paid } } });
  });

  test('another provider sees nothing of it, whatever they ask for', async () => {
    await using platform = await openPlatform({ subgraphs });
    const { url } = platform;
    const [owner, stranger] = [await openAccount(url, 'owner'), await openAccount(url, 'stranger')];
    const [theirs, ours] = [
      await createWorker(owner.api, 'Theirs'),
      await createWorker(stranger.api, 'Ours'),
    ];
    await using busy = await FakeAgent.join(url, theirs);
    await using quiet = await FakeAgent.join(url, ours);
    await using eyes = listen(url, stranger.session);
    await using known = listen(url, owner.session, [theirs.id]);
    expect((await eyes.start(quiet)).worker.name).toBe('Ours');
    await known.start(busy);
    const at = await quiet.read();
    for (let event = await eyes.next(); event.reading.at !== at; event = await eyes.next())
      expect(event.worker.name).toBe('Ours');

    await using prying = listen(url, stranger.session, [ours.id, theirs.id]);
    await expect(prying.next()).rejects.toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const { worker } = await stranger.api.ask<{ worker: unknown }>(
      'query ($id: ID!) { worker(id: $id) { name } }',
      { id: theirs.id },
    );
    expect(worker).toBeNull();
  });

  test('signing out ends the stream within 5 s', async () => {
    await using platform = await openPlatform({ subgraphs });
    const { url } = platform;
    const owner = await openAccount(url, 'owner');
    await using agent = await FakeAgent.join(url, await createWorker(owner.api, 'Studio PC'));
    await using events = listen(url, owner.session);
    await events.start(agent);
    const ended = (async () => {
      for (;;) await events.next();
    })();
    const askedAt = performance.now();
    await owner.api.ask('mutation { signOut }');
    await expect(ended).rejects.toMatchObject({ code: expect.toBeOneOf([4401, 4403]) });
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    await expect(owner.api.ask('{ viewer { id } }')).rejects.toThrow(/^UNAUTHENTICATED/);
  });
});
