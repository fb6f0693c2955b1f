/**
 * A refusal that is meant for the caller: a stable code for programs, and a sentence that says what to do for people.
 * Every service uses UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, INVALID_INPUT, CONFLICT and RATE_LIMITED, and adds its own.
 */
export class DomainError extends Error {
  readonly code: string;
  /** More for programs, shown to the caller beside the code; plain JSON values. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, sentence: string, details: Readonly<Record<string, unknown>> = {}) {
    super(sentence);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}
