/** What one look says about whether somebody uses this machine. */
export interface Look {
  /** FREE: nobody does; IN_USE: somebody does; UNKNOWN: it cannot be told. */
  readonly state: 'FREE' | 'IN_USE' | 'UNKNOWN';
  /** What was seen, in a few words. */
  readonly why: string;
}

/** Looks whether somebody uses this machine; never throws. */
export type Looker = () => Promise<Look>;

/**
 * What all looks together say. Who wants a machine to work only while nobody uses it wants it left alone where that cannot
 * be told: UNKNOWN keeps tasks away like IN_USE does, and says why.
 */
export function useOf(looks: readonly Look[]): Look {
  const reason = (state: Look['state']) => looks.find((look) => look.state === state);
  return reason('IN_USE') ?? reason('UNKNOWN') ?? { state: 'FREE', why: 'nobody uses this machine' };
}
