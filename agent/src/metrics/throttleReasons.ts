import type { ThrottleReason } from '../generated/graphql.ts';

/** What each bit of the mask means, as NVML's header numbers them. */
const BITS: readonly (readonly [bit: bigint, reason: ThrottleReason])[] = [
  [0x1n, 'IDLE'],
  [0x2n, 'APPLICATION_CLOCKS'],
  [0x4n, 'POWER_CAP'],
  [0x8n, 'HARDWARE_SLOWDOWN'],
  [0x10n, 'SYNC_BOOST'],
  [0x20n, 'SOFTWARE_THERMAL'],
  [0x40n, 'HARDWARE_THERMAL'],
  [0x80n, 'POWER_BRAKE'],
  [0x100n, 'DISPLAY_CLOCKS'],
];
const KNOWN = BITS.reduce((all, [bit]) => all | bit, 0n);

/** Decodes what holds a GPU's clocks back from the mask that its driver prints; null when it prints none. */
export function throttleReasons(text: string | undefined): ThrottleReason[] | null {
  if (!/^0x[0-9a-f]{1,16}$/i.test(text ?? '')) return null;
  const mask = BigInt(text as string);
  const reasons = BITS.flatMap(([bit, reason]) => (mask & bit ? [reason] : []));
  return mask & ~KNOWN ? [...reasons, 'OTHER'] : reasons;
}
