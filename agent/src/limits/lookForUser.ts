import type { Command } from '../metrics/createCommand.ts';
import type { Look } from './Use.ts';

/** Who did nothing for so long has left the machine to us. */
const QUIET_MS = 5 * 60_000;

/** Asks logind whether somebody is at this machine; `elapsed` is the machine's own count, in milliseconds. */
export async function askLogind(loginctl: Command, elapsed: number): Promise<Look> {
  const lines = await answerOf(loginctl, [
    'show-session',
    '--property=IdleHint',
    '--property=IdleSinceHintMonotonic',
  ]);
  const properties = new Map(lines?.map((line) => line.split('=', 2) as [string, string]));
  const idle = properties.get('IdleHint');
  if (idle === 'no') return { state: 'IN_USE', why: 'somebody is logged in and not idle' };
  if (idle !== 'yes') return unknown('logind does not answer');
  // In microseconds; 0 where nobody is logged in at all.
  const since = Number(properties.get('IdleSinceHintMonotonic') ?? 0) / 1_000;
  const isQuiet = !(since > 0) || elapsed - since >= QUIET_MS;
  return isQuiet ? FREE : { state: 'IN_USE', why: 'somebody used it less than 5 minutes ago' };
}

/** The answer of Windows, in milliseconds since the last input of the session that the agent runs in. */
const LAST_INPUT = `
Add-Type @'
using System; using System.Runtime.InteropServices;
public static class LastInput {
  struct Info { public uint Size; public uint Time; }
  [DllImport("user32.dll")] static extern bool GetLastInputInfo(ref Info info);
  public static uint Milliseconds() {
    var info = new Info(); info.Size = (uint)Marshal.SizeOf(info);
    if (!GetLastInputInfo(ref info)) throw new Exception("refused");
    return (uint)Environment.TickCount - info.Time;
  }
}
'@
[LastInput]::Milliseconds()`;

/** Asks Windows when somebody last touched the keyboard or the mouse. */
export async function askLastInput(powershell: Command): Promise<Look> {
  const lines = await answerOf(powershell, ['-NoProfile', '-NonInteractive', '-Command', LAST_INPUT]);
  const ms = /^\d+$/.test(lines?.[0] ?? '') ? Number(lines?.[0]) : undefined;
  if (ms === undefined) return unknown('Windows does not say when somebody last used it');
  return ms >= QUIET_MS ? FREE : { state: 'IN_USE', why: 'somebody used it less than 5 minutes ago' };
}

const FREE: Look = { state: 'FREE', why: 'nobody is at this machine' };

async function answerOf(command: Command, args: readonly string[]): Promise<string[] | undefined> {
  try {
    return (await command(args)).trim().split(/\r?\n/);
  } catch {
    return undefined;
  }
}

function unknown(why: string): Look {
  return { state: 'UNKNOWN', why: `it cannot be told whether somebody uses this machine: ${why}` };
}
