import type { Command } from '../metrics/createCommand.ts';

/** How much power a GPU may take, in watts; null for what it does not tell. */
export interface PowerLimits {
  readonly uuid: string;
  /** The limit that is set. */
  readonly now: number | null;
  /** Between these it can be set. */
  readonly least: number | null;
  readonly most: number | null;
}

const QUERY = [
  '--query-gpu=uuid,power.limit,power.min_limit,power.max_limit',
  '--format=csv,noheader,nounits',
];

/** Reads the power limits of all GPUs. Throws CommandError. */
export async function readPowerLimits(nvidiaSmi: Command): Promise<PowerLimits[]> {
  const limits: PowerLimits[] = [];
  for (const line of (await nvidiaSmi(QUERY)).split('\n')) {
    const [uuid = '', ...values] = line.split(',').map((value) => value.trim());
    if (!/^(GPU|MIG)-/.test(uuid) || values.length !== 3) continue;
    const [now = null, least = null, most = null] = values.map(toWatts);
    limits.push({ uuid, now, least, most });
  }
  return limits;
}

function toWatts(text: string): number | null {
  return /^\d+(\.\d+)?( W)?$/.test(text) ? Number.parseFloat(text) : null;
}
