import type { Connection } from 'mongoose';

const writes = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'findOneAndUpdate',
  'bulkWrite',
] as const;

type Write = (...args: unknown[]) => Promise<unknown>;

/** A process that ends at one of its writes: from then on none of them reaches the store. */
export interface Doomed {
  /** How many writes were tried. */
  readonly tried: number;
  /** The next process can write again. */
  revive(): void;
}

/**
 * Ends the process at its write number `at` (from 1): before the write, or after it when its answer is lost. What the
 * code does with the error does not matter, because whatever it writes then is lost as well.
 */
export function doom(connection: Connection, at: number, when: 'before' | 'after'): Doomed {
  let tried = 0;
  const undo: (() => void)[] = [];
  for (const model of Object.values(connection.models)) {
    const collection = model.collection as unknown as Record<string, Write>;
    for (const name of writes) {
      const write = collection[name]!;
      collection[name] = async (...args) => {
        const turn = ++tried;
        if (turn < at) return write.apply(collection, args);
        if (turn === at && when === 'after') await write.apply(collection, args);
        throw new Error('the process has ended');
      };
      undo.push(() => (collection[name] = write));
    }
  }
  return {
    get tried() {
      return tried;
    },
    revive: () => undo.forEach((each) => each()),
  };
}
