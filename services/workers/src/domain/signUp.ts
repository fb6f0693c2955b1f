import { DomainError, parseInput } from '@pictor/kit';
import { z } from 'zod';
import { emailKey } from './account.ts';
import { isDuplicate } from './isDuplicate.ts';
import { openSession, type OpenedSession } from './openSession.ts';
import { newId } from './secrets.ts';
import type { World } from './world.ts';

const newAccount = z.object({
  email: z
    .string()
    .transform(emailKey)
    .pipe(z.email('must be an e-mail address').max(254, 'must have at most 254 characters')),
  password: z
    .string()
    .min(10, 'must have at least 10 characters')
    .max(200, 'must have at most 200 characters'),
});

/** Opens an account that may provide and create, and a session. Throws EMAIL_TAKEN, INVALID_INPUT, RATE_LIMITED. */
export async function signUp(world: World, input: z.input<typeof newAccount>): Promise<OpenedSession> {
  const { email, password } = parseInput(newAccount, input);
  world.signUps.take('all');
  if (await world.accounts.exists({ email })) throw emailTaken();
  const passwordHash = await world.passwords.hash(password);
  const account = {
    _id: newId('acc_'),
    email,
    roles: ['PROVIDER' as const, 'CREATOR' as const],
    createdAt: new Date(world.clock.now()),
  };
  try {
    await world.accounts.insertOne({ ...account, passwordHash });
  } catch (error) {
    throw isDuplicate(error) ? emailTaken() : error;
  }
  return openSession(world, account);
}

function emailTaken(): DomainError {
  return new DomainError('EMAIL_TAKEN', 'There is an account with this e-mail address; sign in instead.');
}
