import type { PictureErrorCode } from './messages.ts';

/** A picture could not be worked on: a stable code and a sentence. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly code: PictureErrorCode;

  constructor(code: PictureErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
