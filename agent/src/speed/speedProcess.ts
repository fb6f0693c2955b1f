/**
 * Measures one line, tells how fast it is, and ends. The tens of megabytes that pass through it stay in the memory of whoever
 * reads them, long after they were freed; the agent, which runs for weeks, has none to spare.
 */
import type { Connection } from './Connection.ts';
import { measureLine, type Line } from './measureLine.ts';

/** How fast the line is, or why that cannot be told. */
export type Measured = Connection | { readonly problem: string };

process.once('disconnect', () => process.exit());
process.once('message', (line: Line) => {
  const tell = (measured: Measured) => process.send?.(measured, () => process.disconnect());
  void measureLine(line).then(tell, (error: Error) => tell({ problem: error.message }));
});
