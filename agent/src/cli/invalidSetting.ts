import { AgentError } from '../AgentError.ts';

/** SETTING_INVALID: what the owner wants to set cannot be, for a reason in a sentence. */
export function invalidSetting(message: string): AgentError {
  return new AgentError('SETTING_INVALID', message);
}
