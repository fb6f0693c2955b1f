/** How many beats the top bar shows. */
export const beatsShown = 8;

const firstWait = 1_000;
const longestWait = 30_000;

/** How the live connection fares: its beats while it lives, since when it is lost and when it is tried again. */
export class Connection {
  #state: 'opening' | 'live' | 'lost' = $state('opening');
  #beats = $state(0);
  #roundTrip: number | undefined = $state();
  #heardAt = $state(0);
  #retryAt: number | undefined = $state();
  #wasOpen = false;
  #gaps = $state(0);
  #pingedAt = 0;
  #proceed: (() => void) | undefined;
  readonly #clock: () => number;
  readonly #random: () => number;

  /** `clock` and `random` are given by tests. */
  constructor(clock = Date.now, random = Math.random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** `opening` before the first answer, `live`, or `lost`. */
  get state(): 'opening' | 'live' | 'lost' {
    return this.#state;
  }

  /** How many of the last beats came, at most `beatsShown`. */
  get beats(): number {
    return this.#beats;
  }

  /** Milliseconds the last ping took; undefined before the first. */
  get roundTrip(): number | undefined {
    return this.#roundTrip;
  }

  /** When the platform was last heard, by this computer's clock. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** When it is tried again; undefined while it is being tried. */
  get retryAt(): number | undefined {
    return this.#retryAt;
  }

  /** How many times something may have been missed: whoever watches it asks again. */
  get gaps(): number {
    return this.#gaps;
  }

  /** The platform accepted the connection. */
  opened(): void {
    this.#state = 'live';
    if (this.#wasOpen) this.#gaps++;
    this.#wasOpen = true;
    this.#retryAt = undefined;
    this.#beat();
  }

  /** Anything came from the platform. */
  heard(): void {
    this.#heardAt = this.#clock();
  }

  /** The platform says that it left events out. */
  missed(): void {
    this.#gaps++;
  }

  /** A ping left. */
  pinged(): void {
    this.#pingedAt = this.#clock();
  }

  /** Its pong came. */
  ponged(): void {
    this.#roundTrip = this.#clock() - this.#pingedAt;
    this.#beat();
  }

  /** The connection ended. */
  closed(): void {
    if (this.#state === 'live') this.#state = 'lost';
    this.#beats = 0;
    this.#roundTrip = undefined;
  }

  /** Waits before the next try: twice as long each time up to 30 s, with jitter, or until `tryNow`. */
  async wait(retries: number): Promise<void> {
    if (this.#state === 'opening') this.#state = 'lost';
    const longest = Math.min(longestWait, firstWait * 2 ** Math.min(retries, 10));
    const wait = longest / 2 + (longest / 2) * this.#random();
    this.#retryAt = this.#clock() + wait;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.#proceed = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#proceed = undefined;
    this.#retryAt = undefined;
  }

  /** Ends the wait. */
  tryNow(): void {
    this.#proceed?.();
  }

  #beat(): void {
    this.#beats = Math.min(beatsShown, this.#beats + 1);
    this.heard();
  }
}
