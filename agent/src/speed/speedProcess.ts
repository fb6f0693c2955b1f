/**
 * Measures one line, tells how fast it is, and ends. The tens of megabytes that pass through it stay in the memory of whoever
 * reads them, long after they were freed; the agent, which runs for weeks, has none to spare.
 */
import { measureLine, type Line } from './measureLine.ts';

process.once('disconnect', () => process.exit());
process.once('message', (line: Line) => {
  void measureLine(line).then((measured) => process.send?.(measured, () => process.disconnect()));
});
