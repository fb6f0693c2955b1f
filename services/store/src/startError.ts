/** Why a store could not be opened. */
export type StartErrorCode = 'DATA_DIR_IN_USE' | 'STORE_TOO_NEW' | 'STORE_NOT_OURS' | 'STORE_FAILED';

/** The store could not be opened; `code` is stable, `message` says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
