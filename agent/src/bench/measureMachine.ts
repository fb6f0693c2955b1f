import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reference, scoreOfSlot, scoreOfSpeed } from '@pictor/schema/reference';
import { AgentError } from '../AgentError.ts';
import type { Clock } from '../clock.ts';
import type { ReadyEngine } from '../engine/firstReady.ts';
import { VERSION } from '../version.ts';
import type { BenchRecord, BenchResult, BenchSlot } from './BenchRecord.ts';
import { basisOf, slotsOf, withEngines, type Machine, type MeasuredSlot } from './Machine.ts';

/** What is told while a machine is measured, and what ends it early. */
export interface MeasureOptions {
  /** An empty folder, removed afterwards. */
  readonly folder: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told in a few words what is measured now. */
  readonly onStep: (words: string) => void;
}

const works = { UPSCALE: 'AI upscaling', RENDER: '3D rendering' } as const;

/**
 * Measures how fast a machine is, slot by slot: each alone, as nothing else of ours runs then. Throws AgentError
 * BENCH_FAILED when nothing could be measured, and CANCELLED's EngineError when it was ended early.
 */
export async function measureMachine(machine: Machine, options: MeasureOptions): Promise<BenchRecord> {
  const basis = await basisOf(machine);
  const problems: string[] = [];
  const slots: BenchSlot[] = [];
  try {
    for (const slot of slotsOf(machine)) {
      const results = await withEngines(machine, slot, (engines) =>
        measureSlot(slot, engines, options, problems),
      );
      if (results.length === 0) continue;
      const score = tenth(scoreOfSlot(results.map((result) => scoreOfSpeed(result.kind, result.perSecond))));
      slots.push({
        slot: slot.index,
        gpu: slot.gpu?.name ?? null,
        driver: slot.gpu?.driver ?? null,
        score,
        results,
      });
    }
  } finally {
    await rm(options.folder, { recursive: true, force: true });
  }
  if (slots.length === 0) {
    const why = problems.join(' ') || 'No engine works here: pictor-worker doctor says why.';
    throw new AgentError('BENCH_FAILED', `Nothing could be measured. ${why}`);
  }
  return {
    takenAt: new Date(options.clock.now()).toISOString(),
    agentVersion: VERSION,
    basis,
    score: tenth(slots.reduce((sum, { score }) => sum + score, 0)),
    assumed: reference.assumed,
    slots,
    problems,
    reported: false,
  };
}

async function measureSlot(
  { index, gpu }: MeasuredSlot,
  engines: readonly ReadyEngine[],
  { folder, signal, onStep }: MeasureOptions,
  problems: string[],
): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const { engine, probe } of engines) {
    const { kind } = engine;
    onStep(`${works[kind]} on ${gpu ? `GPU ${index}` : 'the processor'}`);
    const own = join(folder, `${index}-${kind}`);
    await mkdir(own, { recursive: true, mode: 0o700 });
    try {
      const perSecond = await engine.benchmark({ folder: own, signal });
      const { name, device, model = null } = probe;
      const score = tenth(scoreOfSpeed(kind, perSecond));
      results.push({ kind, perSecond, engine: name, model, device, score });
    } catch (error) {
      if (signal.aborted) throw error;
      const why = error instanceof Error ? error.message : String(error);
      problems.push(`${works[kind]} could not be measured in slot ${index}: ${why}`);
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  }
  return results;
}

function tenth(score: number): number {
  return Math.round(score * 10) / 10;
}
