import { OwnEnginesFile } from '../engine/ownEngines.ts';
import { Home } from '../home/Home.ts';
import type { Settings } from '../owner/settings.ts';
import { changeOwner, readOwner } from './askOwner.ts';
import { changeEngine, engineLines, isEngineSetting } from './changeEngines.ts';
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
  if (name !== undefined && value !== undefined && isEngineSetting(name)) {
    await changeEngine(home, name, value);
  } else if (name !== undefined && value !== undefined) {
    const change = parseSetting(name, value, settings);
    settings = await changeOwner(home, {
      method: 'PATCH',
      path: '/api/settings',
      body: change,
      alone: (owner) => owner.change(change),
    });
  }
  const engines = new OwnEnginesFile(home.engines).current;
  if (json) console.log(JSON.stringify({ ...settings, engines }, null, 2));
  else console.log([...linesOf(settings), ...engineLines(home)].join('\n'));
  return exitCodes.done;
}

function linesOf({ pause, onPause, maximumTemperature, schedule, enginesOff, gpusOff }: Settings): string[] {
  const isOn = (kind: 'UPSCALE' | 'RENDER') => (enginesOff.includes(kind) ? 'off' : 'on');
  return [
    `on-pause         ${onPause === 'FINISH' ? 'finish' : 'hand-back'}`,
    `max-temperature  ${maximumTemperature === null ? 'off' : `${maximumTemperature} °C`}`,
    `schedule         ${schedule ? writeHours(schedule) : 'off'}`,
    `upscale          ${isOn('UPSCALE')}`,
    `render           ${isOn('RENDER')}`,
    ...gpusOff.map((uuid) => `gpu:${uuid}  off`),
    ...(pause ? [`paused since ${pause.since}${pause.until ? ` until ${pause.until}` : ''}`] : []),
  ];
}
