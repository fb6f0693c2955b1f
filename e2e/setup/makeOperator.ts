import { runProgram } from './runProgram.ts';

/** Makes an account the operator by the command for it. Rejects with what the command says. */
export async function makeOperator(dataDir: string, email: string): Promise<void> {
  const { code, err } = await runProgram(['services/operator.ts', email], { env: { DATA_DIR: dataDir } });
  if (code !== 0) throw new Error(err.trim());
}
