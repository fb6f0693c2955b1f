import { open } from 'node:fs/promises';

const signatures: readonly { type: string; matches(head: Buffer): boolean }[] = [
  {
    type: 'image/png',
    matches: (head) => head.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  },
  { type: 'image/jpeg', matches: (head) => head.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')) },
  {
    type: 'image/webp',
    matches: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  },
];

/** The types of pictures that are taken. */
export const pictureTypes: readonly string[] = signatures.map(({ type }) => type);

/** A file's type by its first bytes; undefined when it is none of those taken. */
export async function pictureType(path: string): Promise<string | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0);
    return signatures.find(({ matches }) => matches(buffer.subarray(0, bytesRead)))?.type;
  } finally {
    await file.close();
  }
}
