/**
 * Stands in for a miner program: answers as T-Rex or lolMiner does, whichever its command line is for. What it was started
 * with it writes to `starts.jsonl` in its home.
 */
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const args = process.argv.slice(2);
const after = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;

const tRex = {
  hashrate: 31_250_000,
  accepted_count: 12,
  rejected_count: 1,
  gpus: [{ device_id: 0, hashrate: 31_250_000, power: 118 }],
};
const lolMiner = {
  Workers: [{ Index: 0, Power: 104.5 }],
  Algorithms: [
    {
      Algorithm: 'Etchash',
      Performance_Unit: 'Mh/s',
      Performance_Factor: 1_000_000,
      Total_Performance: 42.5,
      Total_Accepted: 7,
      Total_Rejected: 0,
    },
  ],
};

const [path, port, answer] = args.includes('--apiport')
  ? ['/', after('--apiport'), lolMiner]
  : ['/summary', after('--api-bind-http')?.split(':')[1], tRex];
createServer((request, response) => {
  response.statusCode = request.url === path ? 200 : 404;
  response.end(JSON.stringify(answer));
}).listen(Number(port), '127.0.0.1', () => {
  const start = { pid: process.pid, args, env: process.env, cwd: process.cwd() };
  appendFileSync(join(process.env.HOME ?? '', 'starts.jsonl'), `${JSON.stringify(start)}\n`);
});
