import type { Platform } from '../../services/platform.ts';
import { Api } from '../../demo/api.ts';
import { person, signIn, signUp, type Person } from '../../demo/people.ts';

/** Somebody with an account who is signed in. */
export interface Account extends Person {
  id: string;
  session: string;
  api: Api;
}

/** Signs somebody up. Everyone of one platform needs a name of their own. */
export async function openAccount(url: string, name: string): Promise<Account> {
  const who = person(name);
  return signedIn(url, who, await signUp(new Api(url), who));
}

/** Signs up an operator; `makeOperator` is how the platform is told of them. */
export async function openOperator({ url, makeOperator }: Pick<Platform, 'url' | 'makeOperator'>) {
  const who = person('operator');
  await signUp(new Api(url), who);
  await makeOperator(who.email);
  return enter(url, who);
}

/** Signs in. */
export async function enter(url: string, who: Person): Promise<Account> {
  return signedIn(url, who, await signIn(new Api(url), who));
}

async function signedIn(url: string, who: Person, session: string): Promise<Account> {
  const api = new Api(url, session);
  const { viewer } = await api.ask<{ viewer: { id: string } }>('{ viewer { id } }');
  return { ...who, id: viewer.id, session, api };
}
