import { generateKeyPairSync } from 'node:crypto';
export async function benchPlanning(): Promise<void> {
  generateKeyPairSync;
}
