import { z } from 'zod';
import { parseConfiguration, type Configuration } from '../configuration.ts';
import type { Clock } from '../clock.ts';
import { miningChangeSchema } from '../mining/miningSettings.ts';
import type { Owner } from '../owner/Owner.ts';
import { settingsChangeSchema } from '../owner/settings.ts';
import { isOpenRoad } from '../run/enrolHome.ts';
import type { Station } from '../run/Station.ts';
import { LocalError } from './LocalError.ts';
import type { Routes } from './LocalServer.ts';

const LONGEST_PAUSE_MS = 366 * 24 * 3_600_000;

const pauseSchema = z.strictObject({
  kind: z.enum(['PAUSE', 'DRAIN']),
  until: z.iso.datetime({ offset: true, error: 'must be a moment in ISO 8601' }).nullable(),
});
const bidSchema = z.strictObject({
  /** In micro-dollars for 3,600 work units; null for the platform's default. */
  bid: z
    .string()
    .regex(/^\d{1,18}$/, 'must be a whole number of micro-dollars')
    .nullable(),
});
const previewSchema = z.strictObject({ taskId: z.string().min(1).max(100) });
const importSchema = z.strictObject({
  /** What the file is called, for the sentences about it. */
  name: z.string().min(1).max(200),
  text: z.string().max(64 * 1024, 'is too large to be a worker configuration'),
});

export interface RoutesOptions {
  readonly station: Station;
  readonly owner: Owner;
  readonly clock: Clock;
  /** Makes an address of the page that can be used once. */
  readonly link: () => string;
}

/** What the page and the commands of this machine's owner can ask of a running agent. */
export function createRoutes({ station, owner, clock, link }: RoutesOptions): Routes {
  const read = (body: unknown): Configuration => {
    const { name, text } = importSchema.parse(body);
    return parseConfiguration(text, name, clock.now());
  };
  return {
    'GET /api/state': () => station.state(),
    'POST /api/link': () => ({ url: link() }),
    'POST /api/preview': (body) => {
      const { taskId } = previewSchema.parse(body);
      return { jpeg: station.preview(taskId)?.toString('base64') ?? null };
    },
    'POST /api/pause': async (body) => {
      const { kind, until } = pauseSchema.parse(body);
      await owner.pause(kind, until === null ? null : momentOf(until, clock.now()));
      return station.state();
    },
    'POST /api/resume': async () => {
      await owner.resume();
      return station.state();
    },
    'PATCH /api/settings': async (body) => {
      await owner.change(settingsChangeSchema.parse(body));
      return station.state();
    },
    'POST /api/bench': () => {
      station.benchmark();
      return station.state();
    },
    'PATCH /api/mining': async (body) => {
      await owner.changeMining(miningChangeSchema.parse(body));
      return station.state();
    },
    'POST /api/bid': async (body) => {
      await station.setBid(bidSchema.parse(body).bid);
      return station.state();
    },
    'POST /api/import/check': async (body) => {
      const configuration = read(body);
      await station.check(configuration);
      const { gateway, workerId, workerName, expiresAt } = configuration;
      return { gateway, workerId, workerName, expiresAt, isOpenRoad: isOpenRoad(gateway) };
    },
    'POST /api/import': async (body) => {
      const { gateway, workerId, workerName } = read(body);
      const isNew = await station.enrol(read(body));
      return { gateway, workerId, workerName, isNew, isOpenRoad: isOpenRoad(gateway) };
    },
  };
}

function momentOf(until: string, now: number): number {
  const moment = Date.parse(until);
  if (moment > now && moment <= now + LONGEST_PAUSE_MS) return moment;
  throw new LocalError(400, 'INVALID_INPUT', 'A pause ends at a moment to come, within a year.');
}
