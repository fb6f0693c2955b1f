import { expect, test } from 'vitest';
import { countries } from '@pictor/schema/countries';
import { countryName, mbps, measured, placeWords } from './machineWords.ts';

const hardware = (timeZone: string | null) =>
  ({
    gpus: [],
    cpu: '',
    cpuCores: 1,
    memoryMiB: 1,
    os: '',
    kernel: null,
    agentVersion: '',
    timeZone,
  }) as const;

test('a place is what is stated, else what the time zone hints at, and marked so', () => {
  const location = { place: 'Tallinn', country: 'EE', statedAt: '' };
  const zoned = { ...hardware('America/Argentina/Buenos_Aires'), gpus: [] };
  expect(placeWords({ location, hardware: zoned })).toEqual({ text: 'Tallinn, Estonia', kind: 'stated' });
  expect(placeWords({ location: null, hardware: zoned })).toEqual({
    text: 'near Buenos Aires',
    kind: 'hint',
  });
  expect(placeWords({ location: null, hardware: null }).kind).toBe('unknown');
  expect(placeWords({ location: null, hardware: { ...hardware(null), gpus: [] } }).kind).toBe('unknown');
});

test('every country has a name', () => {
  expect(countries.filter((code) => countryName(code) === code)).toEqual([]);
});

test.each([
  [null, '–'],
  [0.4321, '0.432'],
  [94.26, '94.3'],
  [941.2, '941'],
  [12_345.6, '12,346'],
])('%s megabits are written %s', (speed, text) => {
  expect(mbps(speed)).toBe(text);
});

test('a small speed keeps its digits', () => {
  expect(measured(0.0591470609)).toBe('0.0591');
});
