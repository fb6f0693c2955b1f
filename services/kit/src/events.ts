/** A map of topics that the compiler does not know; it stands in for every map, and every map for it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- only any is that
export type AnyTopics = any;

export type Topic<Topics extends object> = keyof Topics & string;

/** Which events of a topic are wanted: a choice by function, or values that fields of the event must equal. */
export type Wanted<Event> = ((event: Event) => boolean) | Partial<Event>;

/** The events that a listener receives. Ending the iteration (`return`) ends the listening. */
export interface Listener<Event> extends AsyncIterableIterator<Event, undefined> {
  /** How many events were dropped so far because this listener was too slow for them. */
  readonly dropped: number;
  return(): Promise<IteratorResult<Event, undefined>>;
}

export interface ListenOptions {
  /** How many events may wait for the listener; beyond that the oldest is dropped. */
  max?: number;
  /** Called once, when nobody listens here any more, however that came. */
  ended?: () => void;
}

/**
 * How services tell each other what happened. Events are plain JSON values (money as decimal strings, times as
 * milliseconds) and are never changed once published, so that a broker can carry them.
 */
export interface Events<Topics extends object = AnyTopics> {
  /** Never set: it lets the compiler infer the map of topics. */
  readonly topics?: Topics;
  /** For screens: whoever listens now receives it, and nobody else ever. Never throws. */
  publish<T extends Topic<Topics>>(topic: T, event: Topics[T]): void;
  /**
   * Listens from this call on. A match by fields is found by an index and is to be preferred where many listen: its
   * first field should be the one that tells listeners apart. Do not wrap the listener in an async generator: a
   * generator that waits cannot be ended from outside.
   */
  listen<T extends Topic<Topics>>(
    topic: T,
    wanted: Wanted<Topics[T]>,
    options?: ListenOptions,
  ): Listener<Topics[T]>;
  /** Durable: resolves when every receiver has acknowledged, rejects otherwise; the outbox then delivers again. */
  deliver<T extends Topic<Topics>>(topic: T, event: Topics[T]): Promise<void>;
  /** Registers, before the services start, who receives delivered events. A receiver ignores what it has had already. */
  receive<T extends Topic<Topics>>(topic: T, receiver: (event: Topics[T]) => Promise<void>): void;
}
