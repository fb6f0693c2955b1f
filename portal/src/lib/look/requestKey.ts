/** A key that makes one request out of a repeated one. Works without https too, where `crypto.randomUUID` is missing. */
export function requestKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
