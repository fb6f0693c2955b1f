import type { Sandbox } from './Sandbox.ts';

/** Variables without which programs do not start; nothing else of the agent's environment is passed on. */
const PASSED = [
  'PATH',
  'HOME',
  'SYSTEMROOT',
  'TEMP',
  'TMP',
  'TMPDIR',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
];

/** No sandbox at all, for an owner who insists: a scene can then read and do whatever the agent can. */
export function createUnconfined(): Sandbox {
  return {
    name: 'none',
    confine({ command: [file, ...args], tmp, environment }) {
      const passed = Object.fromEntries(PASSED.map((name) => [name, process.env[name]]));
      const own = tmp === null ? {} : { TMPDIR: tmp, TEMP: tmp, TMP: tmp };
      return { file, args, env: { ...passed, ...own, ...environment } };
    },
  };
}
