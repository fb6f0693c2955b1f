import { callAgent } from '../control/callAgent.ts';
import { OwnEnginesFile } from '../engine/ownEngines.ts';
import { Home } from '../home/Home.ts';
import { EVERY_GPU } from '../limits/capOf.ts';
import type { Settings } from '../owner/settings.ts';
import { bidOfText } from '../terms/bidOfText.ts';
import { readTerms } from '../terms/readTerms.ts';
import { changeOwner, readOwner } from './askOwner.ts';
import { changeEngine, engineLines, isEngineSetting } from './changeEngines.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import { invalidSetting } from './invalidSetting.ts';
import { writeHours } from './parseHours.ts';
import { parseSetting } from './parseSetting.ts';
import { termsLines } from './termsLines.ts';

/** Prints what the owner has set, after changing one of it where a name and a value are given. */
export async function showSettings(
  folder: string,
  [name, value]: readonly string[],
  json: boolean,
): Promise<ExitCode> {
  const home = new Home(folder);
  let settings = await readOwner(home);
  if (name !== undefined && value !== undefined) {
    if (isEngineSetting(name)) await changeEngine(home, name, value);
    else if (name === 'bid') await setBid(home, value);
    else settings = await change(home, name, value, settings);
  }
  const engines = new OwnEnginesFile(home.engines).current;
  const terms = await readTerms(home.terms);
  if (json) console.log(JSON.stringify({ ...settings, engines, terms }, null, 2));
  else console.log([...linesOf(settings), ...engineLines(home), ...termsLines(terms)].join('\n'));
  return exitCodes.done;
}

function change(home: Home, name: string, value: string, settings: Settings): Promise<Settings> {
  const change = parseSetting(name, value, settings);
  return changeOwner(home, {
    method: 'PATCH',
    path: '/api/settings',
    body: change,
    alone: (owner) => owner.change(change),
  });
}

/** The bid is the platform's to keep: only a running agent can set it. Throws AgentError. */
async function setBid(home: Home, value: string): Promise<void> {
  const bid = value === 'off' ? null : bidOfText(value);
  if (bid === undefined)
    throw invalidSetting(
      'bid is off, or what 3,600 work units cost in dollars, from 0.01 to 100, such as 0.42.',
    );
  await callAgent(home, 'POST', '/api/bid', { bid });
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
