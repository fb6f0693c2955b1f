import { DomainError } from '@pictor/kit';

/** The refusal of an id that names none of the actor's workers. */
export function noSuchWorker(): DomainError {
  return new DomainError('NOT_FOUND', 'You have no worker with this id.');
}
