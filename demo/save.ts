import { writeFile } from 'node:fs/promises';

/** Saves what is at an address. */
export async function save(url: string, path: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The result could not be fetched: ${response.status}`);
  await writeFile(path, Buffer.from(await response.arrayBuffer()));
}
