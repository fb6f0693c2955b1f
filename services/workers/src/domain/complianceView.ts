import type { FoundCheck } from '../model/surroundings.ts';
import { compareVersions } from './compareVersions.ts';
import type { WorkerRecord } from './workerRecord.ts';

/** One thing that was checked, by the agent or by us. */
export type CheckView = Omit<FoundCheck, 'code'> & { code: FoundCheck['code'] | 'AGENT_VERSION' };

/** What was checked on a worker's machine; null until its agent has. */
export function complianceView({ checks, hardware }: WorkerRecord, newestAgent: string) {
  if (!checks || !hardware) return null;
  const all: CheckView[] = [...checks, versionCheck(hardware, newestAgent)];
  all.sort((one, other) => urgency(one) - urgency(other));
  return { passed: all.every(({ passed }) => passed !== false), checks: all };
}

function versionCheck(
  { agentVersion, reportedAt }: NonNullable<WorkerRecord['hardware']>,
  newest: string,
): CheckView {
  const difference = compareVersions(agentVersion, newest);
  const code = 'AGENT_VERSION' as const;
  const base = { code, checkedAt: reportedAt };
  if (difference === undefined)
    return { ...base, passed: null, finding: `The agent calls its version ${agentVersion}.`, advice: null };
  if (difference >= 0)
    return { ...base, passed: true, finding: `The agent is version ${agentVersion}.`, advice: null };
  return {
    ...base,
    passed: false,
    finding: `The agent is version ${agentVersion}; ${newest} is out.`,
    advice: 'Install the new version and start the agent again.',
  };
}

/** What failed comes first, then what nobody knows. */
function urgency({ passed }: CheckView): number {
  return passed === false ? 0 : passed === null ? 1 : 2;
}
