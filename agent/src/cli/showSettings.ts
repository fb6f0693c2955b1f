import { Home } from '../home/Home.ts';
import { EVERY_GPU } from '../limits/capOf.ts';
import type { Settings } from '../owner/settings.ts';
import { changeOwner, readOwner } from './askOwner.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import { writeHours } from './parseHours.ts';
import { parseSetting } from './parseSetting.ts';

/** Prints what the owner has set, after changing one of it where a name and a value are given. */
export async function showSettings(
  folder: string,
  [name, value]: readonly string[],
  json: boolean,
): Promise<ExitCode> {
  const home = new Home(folder);
  let settings = await readOwner(home);
  if (name !== undefined && value !== undefined) {
    const change = parseSetting(name, value, settings);
    settings = await changeOwner(home, {
      method: 'PATCH',
      path: '/api/settings',
      body: change,
      alone: (owner) => owner.change(change),
    });
  }
  console.log(json ? JSON.stringify(settings, null, 2) : linesOf(settings).join('\n'));
  return exitCodes.done;
}

function linesOf(settings: Settings): string[] {
  const { pause, onPause, maximumTemperature, schedule, enginesOff, gpusOff, powerCaps, idleOnly } = settings;
  const { [EVERY_GPU]: cap, ...caps } = powerCaps;
  const isOn = (kind: 'UPSCALE' | 'RENDER') => (enginesOff.includes(kind) ? 'off' : 'on');
  return [
    `on-pause         ${onPause === 'FINISH' ? 'finish' : 'hand-back'}`,
    `max-temperature  ${maximumTemperature === null ? 'off' : `${maximumTemperature} °C`}`,
    `power-cap        ${cap === undefined ? 'off' : `${cap} W`}`,
    ...Object.entries(caps).map(([uuid, watts]) => `power-cap:${uuid}  ${watts} W`),
    `idle-only        ${idleOnly ? 'on' : 'off'}`,
    `schedule         ${schedule ? writeHours(schedule) : 'off'}`,
    `upscale          ${isOn('UPSCALE')}`,
    `render           ${isOn('RENDER')}`,
    ...gpusOff.map((uuid) => `gpu:${uuid}  off`),
    ...(pause ? [`paused since ${pause.since}${pause.until ? ` until ${pause.until}` : ''}`] : []),
  ];
}
