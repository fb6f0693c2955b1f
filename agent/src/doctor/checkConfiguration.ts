import { AgentError } from '../AgentError.ts';
import type { Enrolment, Home } from '../home/Home.ts';
import { SettingsFile } from '../owner/SettingsFile.ts';
import { ok, type Check } from './Check.ts';

/** Looks whether a home folder belongs to a worker and can be read. */
export async function checkConfiguration(
  home: Home,
): Promise<{ check: Check; enrolment: Enrolment | undefined }> {
  const name = 'configuration';
  try {
    await SettingsFile.open(home.settings);
    const enrolment = await home.readEnrolment();
    if (enrolment)
      return { check: ok(name, `This is ${enrolment.workerName} (${enrolment.workerId}).`), enrolment };
    const remedy = 'Create a worker in the portal and import its file: pictor-worker import FILE';
    const finding = `${home.folder} belongs to no worker yet.`;
    return { check: { name, state: 'BROKEN', finding, remedy }, enrolment };
  } catch (error) {
    if (!(error instanceof AgentError)) throw error;
    const remedy =
      'Move the file away and start anew, or give the owner of this folder the right to read it.';
    return { check: { name, state: 'BROKEN', finding: error.message, remedy }, enrolment: undefined };
  }
}
