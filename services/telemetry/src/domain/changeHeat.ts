import { outboxEntry } from '@pictor/kit';
import type { EventMap, Reading } from '@pictor/schema/events';
import type { Agent } from './agentOf.ts';
import { heatOf } from './heat.ts';
import type { World } from './world.ts';

const maxTries = 3;

/** Tells how hot the hottest GPU is, when the step has changed. What does not succeed does with the next reading. */
export async function changeHeat(
  world: World,
  { workerId, providerId }: Agent,
  reading: Reading,
): Promise<void> {
  for (let i = 0; i < maxTries; i++) {
    const before = (await world.known.of([{ workerId, providerId }])).get(workerId)!;
    const heat = heatOf(reading, before.heat);
    if (heat === before.heat || before.deletedAt) return;
    const heatRevision = before.heatRevision + 1;
    const entry = outboxEntry<EventMap>('worker.heat', {
      workerId,
      providerId,
      revision: heatRevision,
      at: reading.at,
      hottestGpuCelsius: heat,
    });
    const { matchedCount } = await world.liveness.updateOne(
      { _id: workerId, heatRevision: before.heatRevision },
      { $set: { heat, heatRevision }, $push: { outbox: entry } },
    );
    if (matchedCount) {
      world.known.change(workerId, { heat, heatRevision });
      void world.outbox.kick(workerId);
      return;
    }
    world.known.forget(workerId);
  }
}
