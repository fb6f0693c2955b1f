// What is fast, as ratios to a floor in the same run: `npm run bench [-- --against FOLDER_OF_ANOTHER_GATEWAY] [-- --only NAME]`.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAgents } from './agents.ts';
import { benchGateways } from './gateways.ts';
import { benchLeases } from './leases.ts';
import { benchPlanning } from './planning.ts';
import { benchRenders } from './renders.ts';

const benches = {
  gateway: benchGateways,
  planning: benchPlanning,
  leases: benchLeases,
  renders: benchRenders,
  agents: benchAgents,
};
const { values } = parseArgs({ options: { against: { type: 'string' }, only: { type: 'string' } } });

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]!.model}. The load generator shares them: read ratios, not speeds.`,
);
for (const [name, bench] of Object.entries(benches))
  if (!values.only || values.only === name) await bench(values.against);
process.exit();
