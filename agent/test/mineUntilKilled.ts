/** Stands in for an agent that is killed: starts a miner, as it is told, and waits. */
import { MinerProcess, type MinerCommand } from '../src/mining/MinerProcess.ts';

new MinerProcess(JSON.parse(process.argv[2] ?? '') as MinerCommand);
setInterval(() => undefined, 1_000_000);
