import { DomainError } from '@pictor/kit';

/** The refusal of a credential. */
export function unauthenticated(sentence: string): DomainError {
  return new DomainError('UNAUTHENTICATED', sentence);
}
