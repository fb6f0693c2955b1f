/** No connection, or it was lost before the answer came. */
export const OFFLINE = 'OFFLINE';
/** No answer in time. */
export const TIMEOUT = 'TIMEOUT';

/** The platform refused or could not be asked: its stable code, or OFFLINE or TIMEOUT, and a sentence. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
