/** An attempt that cannot succeed on this machine: a stable code and a sentence. */
export class AttemptError extends Error {
  override readonly name = 'AttemptError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
