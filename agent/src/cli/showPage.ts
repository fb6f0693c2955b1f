import { callAgent } from '../control/callAgent.ts';
import { Home } from '../home/Home.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

/** Prints an address of the running agent's page that can be opened once, within 5 minutes. */
export async function showPage(folder: string, json: boolean): Promise<ExitCode> {
  const { url } = (await callAgent(new Home(folder), 'POST', '/api/link')) as { url: string };
  console.log(json ? JSON.stringify({ url }) : url);
  return exitCodes.done;
}
