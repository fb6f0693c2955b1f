import type { ComplianceCheckInput, ComplianceCode } from '../generated/graphql.ts';
import type { Check } from './Check.ts';

/** What the platform is told of, by what the doctor calls it. */
const codes: Partial<Record<Check['name'], ComplianceCode>> = {
  sandbox: 'SANDBOX',
  clock: 'CLOCK',
  disk: 'DISK_SPACE',
  driver: 'DRIVER',
  'driver-age': 'DRIVER_AGE',
  'system-age': 'SYSTEM_AGE',
  folder: 'HOME_PERMISSIONS',
  credential: 'CREDENTIAL_PERMISSIONS',
  user: 'ORDINARY_USER',
};
const MOST_CHARACTERS = 500;

/** What the doctor found, as the platform wants it: the same words, and only what others have an interest in. */
export function complianceOf(checks: readonly Check[], checkedAt: Date): ComplianceCheckInput[] {
  return checks.flatMap(({ name, state, finding, remedy }) => {
    const code = codes[name];
    if (code === undefined) return [];
    return {
      code,
      passed: passed(name, state),
      finding: line(finding),
      advice: remedy === null ? null : line(remedy),
      checkedAt: checkedAt.toISOString(),
    };
  });
}

function passed(name: Check['name'], state: Check['state']): boolean | null {
  // Without a GPU there is no driver to know; a GPU that cannot be read is BROKEN.
  if (state === 'UNKNOWN' || (name === 'driver' && state === 'LIMITED')) return null;
  return state === 'OK';
}

/** Messages of other programs may have lines and be long. */
function line(text: string): string {
  const plain = text.replace(/\p{Cc}+/gu, ' ').trim();
  return plain.length <= MOST_CHARACTERS ? plain : `${plain.slice(0, MOST_CHARACTERS - 1)}…`;
}
