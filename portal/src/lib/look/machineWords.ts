import type { WorkerHeadQuery } from '#lib/generated/graphql.ts';

type Worker = NonNullable<WorkerHeadQuery['worker']>;
type Check = NonNullable<Worker['compliance']>['checks'][number];
type Result = NonNullable<Worker['benchmark']>['slots'][number]['results'][number];

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** What a country is called, by its two letters. */
export function countryName(code: string): string {
  return regions.of(code) ?? code;
}

/** Where a worker stands: as its provider states it, else as its time zone hints, else unknown. */
export function placeWords({ location, hardware }: Pick<Worker, 'location' | 'hardware'>) {
  if (location)
    return { text: `${location.place}, ${countryName(location.country)}`, kind: 'stated' } as const;
  const city = hardware?.timeZone?.split('/').at(-1)?.replaceAll('_', ' ');
  if (city) return { text: `near ${city}`, kind: 'hint' } as const;
  return { text: '–', kind: 'unknown' } as const;
}

/** A speed of a connection to three digits: 0.9, 94.2, 941. */
export function mbps(speed: number | null): string {
  if (speed === null) return '–';
  return speed >= 100 ? Math.round(speed).toLocaleString('en-US') : String(Number(speed.toPrecision(3)));
}

/** What a check is about. */
export const checkNames: Record<Check['code'], string> = {
  SANDBOX: 'Sandbox for scenes',
  AGENT_VERSION: 'Worker App',
  CLOCK: 'Clock',
  DISK_SPACE: 'Disk',
  DRIVER: 'Driver',
  DRIVER_AGE: 'Age of the driver',
  SYSTEM_AGE: 'Operating system',
  HOME_PERMISSIONS: 'Folder',
  CREDENTIAL_PERMISSIONS: 'Credential and key',
  ORDINARY_USER: 'Rights',
};

/** How a check came out: a glyph and a word. */
export function checkLook({ passed }: Pick<Check, 'passed'>) {
  if (passed === null) return { glyph: 'idle', word: 'Unknown' } as const;
  return passed ? ({ glyph: 'ok', word: 'Passed' } as const) : ({ glyph: 'error', word: 'Failed' } as const);
}

/** What kinds of task are called where they are measured, and in what. */
export const benchNames: Record<Result['kind'], { name: string; unit: string }> = {
  UPSCALE: { name: 'AI upscaling', unit: 'output MP/s' },
  RENDER: { name: '3D rendering', unit: 'Msamples/s' },
};

/** A measured speed to three digits. */
export function measured(perSecond: number): string {
  return String(Number(perSecond.toPrecision(3)));
}
