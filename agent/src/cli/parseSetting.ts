import { invalidSetting } from './invalidSetting.ts';
import { EVERY_GPU } from '../limits/capOf.ts';
import { settingsChangeSchema, type Settings, type SettingsChange } from '../owner/settings.ts';
import { parseHours } from './parseHours.ts';

/** Reads one setting as it is written on a command line, given what is set now. Throws AgentError SETTING_INVALID. */
export function parseSetting(name: string, value: string, settings: Settings): SettingsChange {
  const change = read(name, value, settings);
  const result = settingsChangeSchema.safeParse(change);
  if (result.success) return result.data;
  throw invalidSetting(`${name} ${result.error.issues.map(({ message }) => message).join('; ')}.`);
}

function read(name: string, value: string, { gpusOff, enginesOff, powerCaps }: Settings): object {
  switch (name) {
    case 'on-pause':
      if (value === 'finish') return { onPause: 'FINISH' };
      if (value === 'hand-back') return { onPause: 'HAND_BACK' };
      throw invalidSetting('on-pause is finish or hand-back.');
    case 'max-temperature':
      return { maximumTemperature: value === 'off' ? null : Number(value) };
    case 'schedule':
      return { schedule: value === 'off' ? null : hours(value) };
    case 'idle-only':
      return { idleOnly: isOn(name, value) };
    case 'power-cap':
      return { powerCaps: withCap(powerCaps, EVERY_GPU, value) };
    case 'upscale':
    case 'render':
      return { enginesOff: without(enginesOff, name.toUpperCase(), isOn(name, value)) };
  }
  if (name.startsWith('gpu:')) return { gpusOff: without(gpusOff, name.slice(4), isOn(name, value)) };
  if (name.startsWith('power-cap:')) return { powerCaps: withCap(powerCaps, name.slice(10), value) };
  throw invalidSetting(
    `There is no setting "${name}": there are bid, on-pause, max-temperature, power-cap, power-cap:UUID, idle-only, schedule, upscale, render, gpu:UUID, onnxruntime, upscale-model, upscale-ncnn, ncnn-model and blender.`,
  );
}

/** The caps with one set, or taken back. */
function withCap(caps: Settings['powerCaps'], name: string, value: string): Settings['powerCaps'] {
  const { [name]: _, ...others } = caps;
  return value === 'off' ? others : { ...others, [name]: Number(value) };
}

/** The names that are off, with this one in it or not. */
function without(off: readonly string[], name: string, on: boolean): string[] {
  const others = off.filter((each) => each !== name);
  return on ? others : [...others, name];
}

function isOn(name: string, value: string): boolean {
  if (value === 'on' || value === 'off') return value === 'on';
  throw invalidSetting(`${name} is on or off.`);
}

/** The time zone may follow the hours; without one it is this machine's. */
function hours(value: string) {
  const zone = /\s([A-Za-z_]+\/[A-Za-z_/+-]+|UTC)$/.exec(value);
  const text = zone ? value.slice(0, zone.index) : value;
  const schedule = parseHours(text, zone?.[1] ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (schedule) return schedule;
  throw invalidSetting('schedule is off, or hours such as "Mon-Fri 18-24, Sat-Sun 0-24 Europe/Berlin".');
}
