import type { DurableEvents } from '@pictor/schema/events';
import { neverHeard } from './knownLiveness.ts';
import type { World } from './world.ts';

/** Registers what telemetry does when others tell it something. */
export function receive(world: World): void {
  world.events.receive('worker.enrolled', (event) => enrol(world, event));
  world.events.receive('worker.deleted', (event) => end(world, event));
}

/** Uptime is counted from the first enrolment. */
async function enrol(
  world: World,
  { workerId, providerId, at }: DurableEvents['worker.enrolled'],
): Promise<void> {
  await world.liveness.updateOne(
    { _id: workerId },
    { $setOnInsert: { providerId, ...neverHeard }, $min: { enrolledAt: new Date(at) } },
    { upsert: true },
  );
  world.known.forget(workerId);
}

async function end(
  world: World,
  { workerId, providerId, at }: DurableEvents['worker.deleted'],
): Promise<void> {
  await world.liveness.updateOne(
    { _id: workerId },
    {
      $setOnInsert: { providerId, ...neverHeard },
      $min: { deletedAt: new Date(at) },
      $unset: { dueAt: 1 },
    },
    { upsert: true },
  );
  world.known.forget(workerId);
}
