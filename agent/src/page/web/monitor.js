/** @import { PastSample } from '../../history/History.ts' */
/** @import { GpuSample } from '../../metrics/GpuReading.ts' */
/** @import { LocalState } from '../LocalState.ts' */
import { byId, fill, h } from './dom.js';
import { columns } from './cells.js';
import { factsOf } from './facts.js';
import { note } from './words.js';

const HISTORY_MS = 15 * 60_000;
const COLUMNS = 45;
const COLUMN_MS = HISTORY_MS / COLUMNS;

/**
 * A line of the monitor: what it reads of a sample, out of how much; null where a GPU does not tell.
 * @typedef {object} Row
 * @property {string} name
 * @property {string} unit
 * @property {(sample: GpuSample) => number | null} read
 * @property {(sample: GpuSample) => number | null} most
 * @property {boolean} [of] Whether it is written out of how much.
 * @property {boolean} [isRare] Whether it has a line only where it is told.
 */

/** @type {Row[]} */
const rows = [
  { name: 'Load', unit: '%', read: (s) => s.utilizationPercent, most: () => 100 },
  { name: 'Temperature', unit: '°C', read: (s) => s.temperatureCelsius, most: () => 100 },
  {
    name: 'Memory\u00a0heat',
    unit: '°C',
    read: (s) => s.memoryTemperatureCelsius ?? null,
    most: () => 110,
    isRare: true,
  },
  {
    name: 'Memory',
    unit: 'GB',
    read: (s) => (s.memoryUsedMiB === null ? null : s.memoryUsedMiB / 1024),
    most: (s) => (s.memoryTotalMiB === null ? null : s.memoryTotalMiB / 1024),
    of: true,
  },
  { name: 'Power', unit: 'W', read: (s) => s.powerWatts, most: (s) => s.powerLimitWatts, of: true },
  { name: 'Fan', unit: '%', read: (s) => s.fanPercent, most: () => 100 },
];

/**
 * The samples of the last 15 minutes, as they come.
 * @type {PastSample[]}
 */
let samples = [];

/** Takes samples in, those of before a restart too; says when the latest was taken. */
export function addSamples(more) {
  const known = new Map([...samples, ...more].map((sample) => [sample.at, sample]));
  const sorted = [...known.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
  const newest = Date.parse(sorted.at(-1)?.at ?? 0);
  samples = sorted.filter(({ at }) => Date.parse(at) > newest - HISTORY_MS);
  return samples.at(-1)?.at ?? '';
}

/**
 * Draws how every GPU is and was.
 * @param {Pick<LocalState, 'gpus' | 'gpuProblem' | 'settings'>} state
 * @param {number} now
 */
export function drawMonitor({ gpus, gpuProblem, settings }, now) {
  const many = gpus.length > 1;
  fill(
    byId('monitor'),
    h(
      'h2',
      { class: 'h2' },
      'GPU monitor',
      h('span', { class: 'u push' }, many ? `${gpus.length} GPUs` : nameOf(gpus[0])),
    ),
    gpuProblem && note('bad', `Not every GPU can be read: ${gpuProblem}.`),
    gpus.length === 0 &&
      !gpuProblem &&
      h('p', { class: 'quiet' }, 'No GPU was found: tasks are done on the processor.'),
    gpus.map((gpu) => [
      many && h('h3', { class: 'h3' }, `GPU ${gpu.index}`, h('span', { class: 'u push' }, nameOf(gpu))),
      h(
        'ul',
        { class: 'mon' },
        rows.filter((row) => isTold(row, gpu)).map((row) => line(row, gpu, settings, now)),
      ),
      facts(gpu, now),
    ]),
    gpus.length > 0 && h('p', { class: 'hint' }, 'The last 15 minutes; a column is 20 seconds.'),
  );
}

/**
 * What few GPUs tell has a line only where it is told.
 * @param {Row} row
 */
function isTold({ isRare, read }, { uuid }) {
  if (!isRare) return true;
  return samples.some(({ gpus }) => gpus.some((sample) => sample.uuid === uuid && read(sample) !== null));
}

/** What the GPU says of itself now; of long ago nothing. */
function facts({ uuid }, now) {
  const { at, gpus } = samples.at(-1) ?? { at: '', gpus: [] };
  const sample = gpus.find((each) => each.uuid === uuid);
  const text = sample && now - Date.parse(at) < 2 * COLUMN_MS ? factsOf(sample) : '';
  return text && h('p', { class: 'hint' }, text);
}

function nameOf(gpu) {
  if (!gpu) return '';
  const compute = gpu.compute ? `, ${gpu.compute}` : '';
  return `${gpu.name.replace(/^NVIDIA /, '')}, driver ${gpu.driver ?? 'unknown'}${compute}`;
}

/** @param {Row} row */
function line({ name, unit, read, most, of }, gpu, { maximumTemperature }, now) {
  const mine = samples.flatMap(({ at, gpus }) => {
    const sample = gpus.find(({ uuid }) => uuid === gpu.uuid);
    return sample ? [{ age: now - Date.parse(at), sample }] : [];
  });
  const latest = mine.at(-1);
  // A reading of long ago is not how it is now.
  const value = latest && latest.age < 2 * COLUMN_MS ? read(latest.sample) : null;
  const all = latest ? most(latest.sample) : null;
  const shares = Array.from({ length: COLUMNS }, (_, column) => {
    const youngest = (COLUMNS - 1 - column) * COLUMN_MS;
    const values = mine
      .filter(({ age }) => age >= youngest && age < youngest + COLUMN_MS)
      .flatMap(({ sample }) => read(sample) ?? []);
    if (values.length === 0) return null;
    const scale = all ?? Math.max(...values, 1);
    return Math.min(1, values.reduce((sum, each) => sum + each, 0) / values.length / scale);
  });
  const limit = name === 'Temperature' && maximumTemperature !== null ? maximumTemperature / 100 : undefined;
  const written = value === null ? '–' : unit === 'GB' ? value.toFixed(1) : String(Math.round(value));
  const whole = of && all !== null ? ` of ${Math.round(all)} ${unit}` : ` ${unit}`;
  return h(
    'li',
    {},
    h('span', { class: 'muted' }, name),
    columns(shares, `${name}, the last 15 minutes`, limit),
    h('b', {}, written, value === null ? null : h('span', { class: 'u' }, whole)),
  );
}
