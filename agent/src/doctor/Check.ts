/** What the doctor found about one thing that the agent stands on. */
export interface Check {
  readonly name:
    | 'configuration'
    | 'driver'
    | 'driver-age'
    | 'system-age'
    | 'kernel-log'
    | 'engines'
    | 'sandbox'
    | 'disk'
    | 'mining'
    | 'clock'
    | 'network'
    | 'folder'
    | 'credential'
    | 'user'
    | 'power';
  /** OK; LIMITED: it works, but not all of it; BROKEN: no tasks can be done; UNKNOWN: it cannot be told. */
  readonly state: 'OK' | 'LIMITED' | 'BROKEN' | 'UNKNOWN';
  /** What was found, in a sentence. */
  readonly finding: string;
  /** How it is mended; null where there is nothing to mend. */
  readonly remedy: string | null;
}

/** All is well. */
export function ok(name: Check['name'], finding: string): Check {
  return { name, state: 'OK', finding, remedy: null };
}

/** Nobody can tell. */
export function unknown(name: Check['name'], finding: string): Check {
  return { name, state: 'UNKNOWN', finding, remedy: null };
}
