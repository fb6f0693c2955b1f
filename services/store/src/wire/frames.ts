/** The longest message that is read, in bytes. */
export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER_BYTES = 16;

/** Cuts a stream of bytes into messages, each of which begins with its length. */
export class Frames {
  #chunks: Buffer[] = [];
  #held = 0;

  /** Takes more bytes. @returns the messages that they complete. @throws Error when a length is not possible */
  push(chunk: Buffer, limit = MAX_MESSAGE_BYTES): Buffer[] {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    const messages: Buffer[] = [];
    for (;;) {
      if (this.#held < 4) return messages;
      const length = this.#join(4).readInt32LE(0);
      if (length < HEADER_BYTES || length > limit) throw new Error(`a message of ${length} bytes`);
      if (this.#held < length) return messages;
      const bytes = this.#join(length);
      messages.push(bytes.subarray(0, length));
      this.#chunks =
        bytes.length > length ? [bytes.subarray(length), ...this.#chunks.slice(1)] : this.#chunks.slice(1);
      this.#held -= length;
    }
  }

  /** The first chunk, after joining chunks once so that it has at least so many bytes. */
  #join(bytes: number): Buffer {
    if (this.#chunks[0]!.length < bytes) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0]!;
  }
}
