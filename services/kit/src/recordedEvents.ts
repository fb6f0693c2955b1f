import type { AnyTopics, Topic } from './events.ts';
import { LocalEvents } from './localEvents.ts';

interface Recorded<Topics extends object> {
  topic: Topic<Topics>;
  event: Topics[Topic<Topics>];
}

/** Events in this process that remember what was published and delivered, in order. */
export class RecordedEvents<Topics extends object = AnyTopics> extends LocalEvents<Topics> {
  readonly published: Recorded<Topics>[] = [];
  readonly delivered: Recorded<Topics>[] = [];

  override publish<T extends Topic<Topics>>(topic: T, event: Topics[T]): void {
    this.published.push({ topic, event });
    super.publish(topic, event);
  }

  /** Remembered once every receiver has acknowledged. */
  override async deliver<T extends Topic<Topics>>(topic: T, event: Topics[T]): Promise<void> {
    await super.deliver(topic, event);
    this.delivered.push({ topic, event });
  }
}
