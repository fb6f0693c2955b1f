import { DomainError, parseInput } from '@pictor/kit';
import type { Reading } from '@pictor/schema/events';
import { agentOf, type Agent, type Asker } from './agentOf.ts';
import { changeHeat } from './changeHeat.ts';
import { requireNotDeleted } from './knownLiveness.ts';
import { findLatest } from './latestReading.ts';
import { documentOf, readingId } from './readingDocument.ts';
import { readingsInput } from './readingInput.ts';
import type { World } from './world.ts';

const maxReadings = 500;
const keptMs = 14 * 86_400_000;
const maxAheadMs = 5 * 60_000;
/** Of readings that come late and all at once, screens are shown the last 5 min; they ask for the rest. */
const maxPublished = 60;

/**
 * Stores readings of the calling agent, in any order; those stored before are counted as repeated. Throws
 * UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT, and TOO_MANY_READINGS above 500 at once.
 */
export async function recordReadings(
  world: World,
  asker: Asker,
  input: readonly unknown[],
): Promise<{ recorded: number; repeated: number }> {
  const agent = agentOf(asker);
  if (input.length > maxReadings)
    throw new DomainError('TOO_MANY_READINGS', `Send at most ${maxReadings} readings at once.`);
  const now = world.clock.now();
  const readings = parseInput(readingsInput, input);
  requireRecent(readings, now);
  const liveness = (await world.known.of([agent])).get(agent.workerId)!;
  requireNotDeleted(liveness);
  const before = await findLatest(world, agent.workerId);
  const fresh = await store(world, agent, readings);
  await show(world, agent, before, fresh);
  return { recorded: fresh.length, repeated: input.length - fresh.length };
}

function requireRecent(readings: readonly Reading[], now: number): void {
  const i = readings.findIndex(({ at }) => at < now - keptMs || at > now + maxAheadMs);
  if (i === -1) return;
  throw new DomainError(
    'INVALID_INPUT',
    `Please correct the input. [${i}].at: must not be older than 14 days, nor more than 5 min ahead of the platform’s clock.`,
  );
}

/** The readings that were new, the earliest first. */
async function store(world: World, agent: Agent, readings: readonly Reading[]): Promise<Reading[]> {
  const distinct = [...new Map(readings.map((reading) => [reading.at, reading])).values()];
  distinct.sort((a, b) => a.at - b.at);
  if (!distinct.length) return [];
  const known = await world.inserts.add(
    distinct.map((reading) => documentOf(agent, reading)),
    distinct.length,
  );
  return distinct.filter(({ at }) => !known.has(readingId(agent.workerId, at)));
}

/** Shows what is newer than the latest reading before, and no news from the past. */
async function show(
  world: World,
  agent: Agent,
  before: Reading | null,
  fresh: readonly Reading[],
): Promise<void> {
  const newer = fresh.filter(({ at }) => at > (before?.at ?? -Infinity));
  const newest = newer.at(-1);
  if (!newest) return;
  world.latest.set(agent.workerId, { reading: newest, recordedAt: world.clock.now() });
  for (const reading of newer.slice(-maxPublished))
    world.events.publish('reading.recorded', { ...agent, reading });
  await changeHeat(world, agent, newest);
}
