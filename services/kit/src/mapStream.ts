/**
 * Maps a stream's events in order. Unlike an async generator it passes `return` on at once, even while an event is
 * awaited, so that ending a quiet subscription leaves no listener behind.
 */
export function mapStream<From, To>(
  source: AsyncIterable<From>,
  map: (event: From) => To | Promise<To>,
): AsyncIterableIterator<To, undefined> {
  const events = source[Symbol.asyncIterator]();
  return {
    async next() {
      const { done, value } = await events.next();
      if (done) return { done: true, value: undefined };
      try {
        return { done: false, value: await map(value) };
      } catch (error) {
        await events.return?.();
        throw error;
      }
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
