import type { MiningStatus } from '../mining/miningStatus.ts';

const states: Record<MiningStatus['gpus'][number]['state'], string> = {
  RESTING: 'does not mine',
  STARTING: 'begins to mine',
  MINING: 'mines',
  WAITING: 'begins anew soon',
  GAVE_UP: 'gave up',
};

/** Says of each GPU what it mines, or why it does not. */
export function miningLines({ why, gpus }: MiningStatus): string[] {
  if (gpus.length === 0 || (why !== null && gpus.every(({ state }) => state === 'RESTING')))
    return [why ?? 'not yet'];
  return gpus.map(({ slot, name, state, why: reason, ...read }) => {
    const known = [
      read.hashesPerSecond !== null && hashrate(read.hashesPerSecond),
      read.accepted !== null && `${read.accepted} shares accepted`,
      read.rejected !== null && `${read.rejected} rejected`,
      read.powerWatts !== null && `${Math.round(read.powerWatts)} W`,
    ].filter((each) => each !== false);
    const rest = reason ?? known.join(', ');
    return `GPU ${slot}, ${name}, ${states[state]}${rest === '' ? '' : `: ${rest}`}`;
  });
}

function hashrate(perSecond: number): string {
  const units = ['H/s', 'kH/s', 'MH/s', 'GH/s', 'TH/s', 'PH/s'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, perSecond)) / 3)));
  return `${(perSecond / 1_000 ** step).toFixed(step === 0 ? 0 : 2)} ${units[step]}`;
}
