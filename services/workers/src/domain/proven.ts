import type { Actor } from '@pictor/kit';

/** Somebody whose credential was checked. */
export interface Proven {
  actor: Actor;
  /** Until when the check holds, in milliseconds since 1970. */
  until: number;
}
