import { derivedSecret } from './secrets.ts';

export const credentialPrefix = 'pwk_';

const form = /^pwk_([\w-]{1,64})\.[\w-]{43}$/;

/** An agent's credential. It names the worker, so that checking it is one look-up. */
export function credentialOf(workerId: string, token: string, salt: string, publicKey: string): string {
  return `${credentialPrefix}${workerId}.${derivedSecret(token, `${salt}:${publicKey}`)}`;
}

/** The worker that a credential names; undefined when it is malformed. */
export function workerNamedBy(credential: string): string | undefined {
  return form.exec(credential)?.[1];
}
