import { hash, verify } from '@node-rs/argon2';
import { newSecret } from './secrets.ts';
import { rateLimited } from './rateLimiter.ts';

/** OWASP's parameters for argon2id, the default algorithm: 19 MiB and two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const maxUnderWay = 32;
const usualWaitMs = 2_000;

/** Hashes and checks passwords with argon2id. At most 32 are under way: each takes 19 MiB and a core. */
export class Passwords {
  #underWay = 0;
  /** Checked where there is no account, so that the answer takes as long as where there is one. */
  readonly #decoy = hash(newSecret(), cost);

  /** The hash to store. Rejects with RATE_LIMITED when too many are under way. */
  async hash(password: string): Promise<string> {
    return this.#work(() => hash(sameForm(password), cost));
  }

  /** Whether it is the password of the hash; false, after the same work, without a hash. Rejects with RATE_LIMITED. */
  async matches(passwordHash: string | undefined, password: string): Promise<boolean> {
    const against = passwordHash ?? (await this.#decoy);
    const matches = await this.#work(() => verify(against, sameForm(password)));
    return matches && passwordHash !== undefined;
  }

  async #work<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#underWay >= maxUnderWay) throw rateLimited(usualWaitMs);
    this.#underWay++;
    try {
      return await work();
    } finally {
      this.#underWay--;
    }
  }
}

/** Keyboards send one letter in several forms of Unicode. */
function sameForm(password: string): string {
  return password.normalize('NFKC');
}
