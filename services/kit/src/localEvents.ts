import { BoundedListener } from './boundedListener.ts';
import type { AnyTopics, Events, Listener, ListenOptions, Topic, Wanted } from './events.ts';
import { TopicListeners, type Listening } from './topicListeners.ts';

const defaultMaxWaiting = 256;

type Receiver = (event: unknown) => Promise<void>;

/** Events inside one process. */
export class LocalEvents<Topics extends object = AnyTopics> implements Events<Topics> {
  declare readonly topics?: Topics;
  readonly #listeners = new Map<string, TopicListeners>();
  readonly #receivers = new Map<string, Receiver[]>();

  publish<T extends Topic<Topics>>(topic: T, event: Topics[T]): void {
    const listeners = this.#listeners.get(topic);
    if (!listeners) return;
    for (const { queue, wants } of listeners.candidates(event as object)) {
      try {
        if (wants(event)) queue.push(event);
      } catch (error) {
        queue.fail(error);
      }
    }
  }

  listen<T extends Topic<Topics>>(
    topic: T,
    wanted: Wanted<Topics[T]>,
    { max = defaultMaxWaiting, ended }: ListenOptions = {},
  ): Listener<Topics[T]> {
    const listeners = this.#listeners.get(topic) ?? new TopicListeners();
    this.#listeners.set(topic, listeners);
    const queue = new BoundedListener<unknown>(max, () => {
      listeners.remove(listening);
      if (listeners.empty && this.#listeners.get(topic) === listeners) this.#listeners.delete(topic);
      ended?.();
    });
    const listening: Listening = { queue, ...choice(wanted) };
    listeners.add(listening);
    return queue as unknown as Listener<Topics[T]>;
  }

  async deliver<T extends Topic<Topics>>(topic: T, event: Topics[T]): Promise<void> {
    const receivers = this.#receivers.get(topic) ?? [];
    const outcomes = await Promise.allSettled(receivers.map(async (receiver) => receiver(event)));
    const failures = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason);
    if (failures.length === 1) throw failures[0];
    if (failures.length)
      throw new AggregateError(failures, `${failures.length} receivers of ${topic} failed`);
  }

  receive<T extends Topic<Topics>>(topic: T, receiver: (event: Topics[T]) => Promise<void>): void {
    const receivers = this.#receivers.get(topic) ?? [];
    this.#receivers.set(topic, [...receivers, receiver as Receiver]);
  }
}

function choice(wanted: unknown): Pick<Listening, 'wants' | 'field' | 'value'> {
  if (typeof wanted === 'function') return { wants: wanted as Listening['wants'] };
  const fields = Object.entries(wanted as object);
  const wants = (event: unknown) =>
    fields.every(([field, value]) => (event as Record<string, unknown>)[field] === value);
  const [first] = fields;
  return first ? { wants, field: first[0], value: first[1] } : { wants };
}
