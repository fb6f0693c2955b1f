import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AgentError } from '../AgentError.ts';
import { writeFileAtomically } from '../home/writeFileAtomically.ts';
import { minerKinds } from './MinerProgram.ts';

const choiceSchema = z.strictObject({ path: z.string().min(1).max(4_096), kind: z.enum(minerKinds) });

/** The miner program that the owner has chosen, and whose language it speaks. */
export type MinerChoice = z.infer<typeof choiceSchema>;

/**
 * Reads which program the owner has chosen; null where none. It lies in a file of its own, which nothing but a command
 * on this machine writes. Throws AgentError HOME_UNUSABLE for a damaged one.
 */
export async function readChoice(path: string): Promise<MinerChoice | null> {
  try {
    const text = await readFile(path, 'utf8');
    return choiceSchema.nullable().parse(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new AgentError('HOME_UNUSABLE', `${path} cannot be used. Name the miner program anew.`, { cause });
  }
}

/** Keeps which program the owner has chosen, or that there is none. */
export async function writeChoice(path: string, choice: MinerChoice | null): Promise<void> {
  await writeFileAtomically(path, `${JSON.stringify(choice, null, 2)}\n`, true);
}
