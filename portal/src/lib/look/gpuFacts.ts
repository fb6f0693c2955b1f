import type { ThrottleReason } from '#lib/generated/graphql.ts';
import type { Reading } from './readings.ts';

export type Sample = Reading['gpus'][number];

/** Something that is known of a machine, or is not, in words. */
export interface Fact {
  name: string;
  /** A dash where it is not known. */
  value: string;
  /** What is to be known about it: its measure, its remedy, or why it is not known. */
  note?: string;
  /** `bad` costs now, `warn` may. */
  tone?: 'bad' | 'warn';
}

const unknown = '–';
const untold = 'it does not tell';

const throttleWords: Record<ThrottleReason, string> = {
  IDLE: 'nothing to do',
  APPLICATION_CLOCKS: 'clocks that someone has set',
  POWER_CAP: 'its power limit',
  HARDWARE_SLOWDOWN: 'its hardware',
  SYNC_BOOST: 'the GPUs it keeps pace with',
  SOFTWARE_THERMAL: 'heat',
  HARDWARE_THERMAL: 'heat',
  POWER_BRAKE: 'the power supply',
  DISPLAY_CLOCKS: 'a display',
  OTHER: 'something without a name',
};

/** What takes a GPU below what it could do, and should not. */
const costly: readonly ThrottleReason[] = [
  'HARDWARE_SLOWDOWN',
  'SOFTWARE_THERMAL',
  'HARDWARE_THERMAL',
  'POWER_BRAKE',
];

/** What holds a GPU back, in words: heat and the power supply; undefined where nothing does, or it does not tell. */
export function heldBackBy({ throttleReasons }: Pick<Sample, 'throttleReasons'>): string | undefined {
  const words = [...new Set((throttleReasons ?? []).map((reason) => throttleWords[reason]))];
  if (words.length === 0) return undefined;
  const last = words.at(-1)!;
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** Whether what holds it back costs its owner something. */
export function isSlowed({ throttleReasons }: Pick<Sample, 'throttleReasons'>): boolean {
  return (throttleReasons ?? []).some((reason) => costly.includes(reason));
}

/** A PCIe link as it is written: 4 × 16. */
export function pcieLink({ pcieGeneration, pcieWidth }: Sample): string | undefined {
  return pcieGeneration === null || pcieWidth === null ? undefined : `${pcieGeneration} × ${pcieWidth}`;
}

/** Whether some of the lanes it could have are dead, which is not how it saves power. */
export function lacksLanes({ pcieWidth, pcieWidthMax }: Sample): boolean {
  return pcieWidth !== null && pcieWidthMax !== null && pcieWidth < pcieWidthMax;
}

/** What a GPU tells beside its readings. */
export function gpuFacts(sample: Sample): Fact[] {
  if (sample.state === 'LOST')
    return [
      {
        name: 'State',
        value: 'Lost',
        note: 'its driver does not find it any more: check its power cables and its slot, then restart the machine',
        tone: 'bad',
      },
    ];
  if (sample.state === 'UNREAD')
    return [{ name: 'State', value: 'Not read', note: 'its driver does not answer', tone: 'warn' }];
  return [throttleFact(sample), pcieFact(sample), eccFact(sample), repairFact(sample)];
}

function throttleFact(sample: Sample): Fact {
  const name = 'Held back by';
  if (sample.throttleReasons === null) return { name, value: unknown, note: untold };
  return { name, value: heldBackBy(sample) ?? 'nothing', ...(isSlowed(sample) ? { tone: 'warn' } : {}) };
}

function pcieFact(sample: Sample): Fact {
  const name = 'PCIe';
  const value = pcieLink(sample);
  if (value === undefined) return { name, value: unknown, note: untold };
  const { pcieGenerationMax: generation, pcieWidthMax: width } = sample;
  if (lacksLanes(sample))
    return { name, value, note: `of ${width} lanes: check how it sits in its slot`, tone: 'warn' };
  return generation === null || width === null
    ? { name, value }
    : { name, value, note: `of ${generation} × ${width}; it saves power when idle` };
}

function eccFact({ eccCorrected, eccUncorrected }: Sample): Fact {
  const name = 'Memory errors';
  if (eccCorrected === null && eccUncorrected === null)
    return { name, value: unknown, note: 'it does not count them' };
  const written = (count: number | null) => (count === null ? unknown : count.toLocaleString('en-US'));
  return {
    name,
    value: written(eccUncorrected),
    note: `uncorrected, ${written(eccCorrected)} corrected, since it was made`,
    ...((eccUncorrected ?? 0) > 0 ? { tone: 'warn' } : {}),
  };
}

function repairFact({ remappedRows, retiredPages, repairPending }: Sample): Fact {
  const name = 'Memory repaired';
  const [count, what] =
    remappedRows === null ? [retiredPages, 'pages retired'] : [remappedRows, 'rows remapped'];
  if (count === null) return { name, value: unknown, note: untold };
  const value = count.toLocaleString('en-US');
  return repairPending
    ? { name, value, note: `${what}; restart the machine to finish the next`, tone: 'warn' }
    : { name, value, note: what };
}
