import { AMD, MOST_GPUS, NOTHING_TOLD, type GpuReading } from './GpuReading.ts';
import { pcieGeneration } from './pcieGeneration.ts';
import { plausible } from './plausible.ts';

const MIB = 1024 * 1024;

type Card = Readonly<Record<string, unknown>>;

/**
 * Reads what `rocm-smi --json` prints; names differ from version to version of ROCm, and all values are texts. Undefined
 * where that is no answer.
 */
export function parseRocm(text: string, compute: string | null): GpuReading[] | undefined {
  const found = jsonOf(text);
  if (!found) return undefined;
  const driver = isCard(found.system) ? textOf(found.system, 'Driver version') : null;
  const cards = Object.entries(found).flatMap(([name, card]) => {
    const index = /^card(\d+)$/.exec(name)?.[1];
    return index === undefined || !isCard(card) ? [] : [{ index: Number(index), card }];
  });
  return cards
    .sort((a, b) => a.index - b.index)
    .slice(0, MOST_GPUS)
    .map(({ index, card }) => readingOf(index, card, driver, compute));
}

function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null;
}

function readingOf(index: number, card: Card, driver: string | null, compute: string | null): GpuReading {
  const number = (...names: string[]) => numberOf(card, names);
  const mebibytes = (name: string) => {
    const bytes = number(name);
    return bytes === null ? null : Math.round(bytes / MIB);
  };
  const bus = textOf(card, 'PCI Bus');
  const [, speed = null, width] =
    /\((\d+(?:\.\d+)?)GT\/s x(\d+)\)/.exec(textOf(card, 'pcie clock level') ?? '') ?? [];
  const memoryTotalMiB = mebibytes('VRAM Total Memory (B)');
  return {
    gpu: {
      index,
      uuid: `${AMD}${textOf(card, 'Unique ID') ?? bus ?? index}`,
      name: textOf(card, 'Card Series', 'Card series', 'Device Name') ?? 'AMD GPU',
      memoryMiB: memoryTotalMiB,
      driver,
      compute,
    },
    bus,
    sample: plausible({
      ...NOTHING_TOLD,
      utilizationPercent: number('GPU use (%)'),
      memoryUsedMiB: mebibytes('VRAM Total Used Memory (B)'),
      memoryTotalMiB,
      temperatureCelsius: number('Temperature (Sensor edge) (C)', 'Temperature (Sensor junction) (C)'),
      memoryTemperatureCelsius: number('Temperature (Sensor memory) (C)'),
      powerWatts: number('Average Graphics Package Power (W)', 'Current Socket Graphics Package Power (W)'),
      powerLimitWatts: number('Max Graphics Package Power (W)'),
      fanPercent: number('Fan speed (%)'),
      smClockMhz: number('sclk clock speed:'),
      memoryClockMhz: number('mclk clock speed:'),
      pcieGeneration: pcieGeneration(speed === null ? null : Number(speed)),
      pcieWidth: width === undefined ? null : Number(width),
    }),
  };
}

/** Warnings may stand before and after. */
function jsonOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function textOf(card: Card, ...names: string[]): string | null {
  const told = names.map((name) => card[name]).find((value) => typeof value === 'string' && value !== 'N/A');
  return typeof told === 'string' && told.trim() !== '' ? told.trim().slice(0, 90) : null;
}

function numberOf(card: Card, names: readonly string[]): number | null {
  for (const name of names) {
    const [, number] = /^\(?(-?\d+(?:\.\d+)?)(?:Mhz)?\)?$/i.exec(textOf(card, name) ?? '') ?? [];
    if (number !== undefined) return Number(number);
  }
  return null;
}
