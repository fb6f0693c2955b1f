/** A request to the local server that is refused: its status, a stable code and a sentence that says what to do. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
