import { fromHere } from '#lib/api/fromHere.ts';

/** Loads a picture; resolves when it can be shown at once, to what keeps it so. */
export type LoadPicture = (address: string) => Promise<unknown>;

interface Held {
  address: string;
  state: 'loading' | 'ready' | 'lost';
  picture?: unknown;
}

/** Pictures about to be shown one after another, loaded ahead. */
export class Reel {
  readonly #load: LoadPicture;
  readonly #most: number;
  readonly #held = new Map<number, Held>();

  /** Holds at most `most` pictures; `load` is given by tests. */
  constructor(most: number, load: LoadPicture = decoded) {
    this.#most = most;
    this.#load = load;
  }

  /** Starts to load the picture of a place, unless that is done. The oldest held one is let go for it. */
  want(place: number, signed: string): void {
    if (this.#held.has(place)) return;
    const [oldest] = this.#held.keys();
    if (this.#held.size >= this.#most && oldest !== undefined) this.#held.delete(oldest);
    const entry: Held = { address: fromHere(signed), state: 'loading' };
    this.#held.set(place, entry);
    this.#load(entry.address).then(
      (picture) => Object.assign(entry, { state: 'ready', picture }),
      () => (entry.state = 'lost'),
    );
  }

  /** The address of a place's picture once it can be shown at once; `lost` when it cannot be had. */
  ready(place: number): { address: string } | 'loading' | 'lost' {
    const entry = this.#held.get(place);
    if (entry?.state === 'lost') {
      this.#held.delete(place);
      return 'lost';
    }
    return entry?.state === 'ready' ? { address: entry.address } : 'loading';
  }
}

async function decoded(address: string): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  return picture;
}
