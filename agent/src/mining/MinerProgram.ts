/** The programs whose command line and API are known here; others that speak like one of them work too. */
export const minerKinds = ['T_REX', 'LOLMINER'] as const;

export type MinerKind = (typeof minerKinds)[number];

/** What a miner is to do. */
export interface MinerOrder {
  readonly pool: string;
  /** The algorithm, as the program calls it. */
  readonly algorithm: string;
  readonly wallet: string;
  readonly worker: string | null;
  readonly extra: readonly string[];
  /** The port of 127.0.0.1 on which its API is to answer. */
  readonly apiPort: number;
}

/** What a miner says of itself; null for whatever it does not say, or says in a way that cannot be true. */
export interface MinerReading {
  readonly hashesPerSecond: number | null;
  /** Shares since it was started. */
  readonly accepted: number | null;
  readonly rejected: number | null;
  readonly powerWatts: number | null;
}

/** How one kind of miner program is spoken to. */
export interface MinerProgram {
  /** What it is called. */
  readonly name: string;
  /** The path of its API. */
  readonly apiPath: string;
  /** Its command line; it sees one GPU alone, as its first. */
  argsOf(order: MinerOrder): string[];
  /** Reads what its API answered; never throws. */
  readingOf(answer: unknown): MinerReading;
}

export const unread: MinerReading = {
  hashesPerSecond: null,
  accepted: null,
  rejected: null,
  powerWatts: null,
};
