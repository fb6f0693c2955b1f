import type { EventMap } from '@pictor/schema/events';
import type { FleetRow } from '../model/fleetRow.ts';
import { changeStanding, type StandingChange } from './changeStanding.ts';
import { publishChange } from './publishChange.ts';
import type { World } from './world.ts';

type Axis = keyof FleetRow['revisions'];
type AxisTopic = `worker.${Axis}`;

/** Takes what other services tell of workers. Repeats, and what is older than what is known, change nothing. */
export function receiveStandings(world: World): void {
  receive(world, 'connectivity', ({ connectivity }) => ({ connectivity }));
  receive(world, 'work', ({ work }) => ({ work }));
  receive(world, 'standby', ({ mining, hold }) => ({ standby: { mining, hold } }));
  receive(world, 'heat', ({ hottestGpuCelsius }) => ({ hottestGpuCelsius }));
  receive(world, 'earned', ({ day, todayMicroUsd, totalMicroUsd }) => ({
    earned: { day, today: BigInt(todayMicroUsd), total: BigInt(totalMicroUsd) },
  }));
}

function receive<A extends Axis>(
  world: World,
  axis: A,
  told: (event: EventMap[`worker.${A}`]) => NonNullable<StandingChange['fleet']>,
): void {
  const topic: AxisTopic = `worker.${axis}`;
  world.events.receive(topic, async (event) => {
    let taken = false;
    const worker = await changeStanding(world, { _id: event.workerId }, ({ fleet }) => {
      taken = event.revision > (fleet.revisions[axis] ?? 0);
      if (!taken) return undefined;
      const revisions = { ...fleet.revisions, [axis]: event.revision };
      return { at: event.at, fleet: { ...told(event as EventMap[`worker.${A}`]), revisions } };
    });
    if (worker && taken) publishChange(world, worker);
  });
}
