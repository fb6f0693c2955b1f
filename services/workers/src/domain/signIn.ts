import { DomainError } from '@pictor/kit';
import { emailKey } from './account.ts';
import { openSession, type OpenedSession } from './openSession.ts';
import type { World } from './world.ts';

const maxChars = 254;

/**
 * Opens a session. An unknown address costs the same work as a wrong password, so that time does not tell which it was.
 * Throws WRONG_CREDENTIALS, RATE_LIMITED.
 */
export async function signIn(
  world: World,
  input: { email: string; password: string },
): Promise<OpenedSession> {
  if (input.email.length > maxChars || input.password.length > maxChars) throw wrongCredentials();
  const email = emailKey(input.email);
  world.signIns.take(email);
  const found = await world.accounts.findOne({ email }).lean();
  if (!(await world.passwords.matches(found?.passwordHash, input.password)) || !found)
    throw wrongCredentials();
  const { passwordHash: _, ...account } = found;
  return openSession(world, account);
}

function wrongCredentials(): DomainError {
  return new DomainError('WRONG_CREDENTIALS', 'E-mail address and password do not belong together.');
}
