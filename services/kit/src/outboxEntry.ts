import { randomUUID } from 'node:crypto';
import type { AnyTopics, Topic } from './events.ts';

/** What a document has to tell, stored in the document itself as an item of its `outbox`. */
export interface OutboxEntry {
  id: string;
  topic: string;
  event: unknown;
  at: Date;
}

type TopicAndEvent<Topics extends object> = {
  [T in Topic<Topics>]: [topic: T, event: Topics[T]];
}[Topic<Topics>];

/**
 * An entry to `$push` to `outbox` in the same update as the change it tells of. The event is plain JSON values.
 * A service binds its topics once: `const outboxEntry = kit.outboxEntry<EventMap>`.
 */
export function outboxEntry<Topics extends object = AnyTopics>(
  ...[topic, event]: TopicAndEvent<Topics>
): OutboxEntry {
  return { id: randomUUID(), topic, event, at: new Date() };
}

/** The field of a document that tells others of its changes, for its mongoose schema. */
export const outboxField = {
  type: [{ _id: false, id: String, topic: String, event: {}, at: Date }],
  default: undefined,
};

/** The index by which documents with something left to tell are found; the others are not in it. */
export const outboxIndex = {
  fields: { 'outbox.id': 1 },
  options: { name: 'outbox', partialFilterExpression: { 'outbox.id': { $exists: true } } },
} as const;
