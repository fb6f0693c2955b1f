import { expect, test } from 'vitest';
import { settingsSchema } from '../owner/settings.ts';
import { parseSetting } from './parseSetting.ts';

const settings = settingsSchema.parse({ gpusOff: ['GPU-1'], powerCaps: { 'GPU-1': 200 } });
const closed = '0'.repeat(24);

test.each([
  ['on-pause', 'hand-back', { onPause: 'HAND_BACK' }],
  ['max-temperature', '83', { maximumTemperature: 83 }],
  ['max-temperature', 'off', { maximumTemperature: null }],
  ['schedule', 'off', { schedule: null }],
  [
    'schedule',
    'Mon 0-24 Europe/Berlin',
    {
      schedule: {
        timeZone: 'Europe/Berlin',
        days: ['1'.repeat(24), ...Array.from({ length: 6 }, () => closed)],
      },
    },
  ],
  ['upscale', 'off', { enginesOff: ['UPSCALE'] }],
  ['idle-only', 'on', { idleOnly: true }],
  ['power-cap', '250', { powerCaps: { 'GPU-1': 200, all: 250 } }],
  ['power-cap:GPU-1', 'off', { powerCaps: {} }],
  ['gpu:GPU-1', 'on', { gpusOff: [] }],
  ['gpu:GPU-2', 'off', { gpusOff: ['GPU-1', 'GPU-2'] }],
])('%s %s', (name, value, change) => {
  expect(parseSetting(name, value, settings)).toEqual(change);
});

test.each([
  ['on-pause', 'maybe', /finish or hand-back/],
  ['max-temperature', 'warm', /max-temperature/],
  ['max-temperature', '200', /110/],
  ['schedule', 'sometimes', /Mon-Fri 18-24/],
  ['schedule', 'Mon 0-24 Mars/Base', /time zone/],
  ['render', 'perhaps', /on or off/],
  ['idle-only', 'maybe', /on or off/],
  ['power-cap', 'low', /power-cap/],
  ['power-cap', '0', /1 W/],
  ['speed', 'high', /no setting "speed"/],
])('%s %s is refused', (name, value, sentence) => {
  expect(() => parseSetting(name, value, settings)).toThrow(sentence);
});
