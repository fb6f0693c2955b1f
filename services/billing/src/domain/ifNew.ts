import { isDuplicate } from './isDuplicate.ts';

/** Makes a document; false when there is one of that key already. */
export async function ifNew(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
