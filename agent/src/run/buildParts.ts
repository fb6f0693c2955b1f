import { StatusWriter } from '../home/statusFile.ts';
import { isNvidia } from '../metrics/isNvidia.ts';
import { Mining } from '../mining/Mining.ts';
import { KeptReadings } from '../outbox/KeptReadings.ts';
import { Outbox } from '../outbox/Outbox.ts';
import { Connection } from '../platform/Connection.ts';
import type { Execute } from '../platform/Operation.ts';
import { KeptTerms } from '../terms/KeptTerms.ts';
import { TermsWatch } from '../terms/TermsWatch.ts';
import { Upkeep } from '../upkeep/Upkeep.ts';
import type { AgentOptions } from './AgentOptions.ts';
import { clearOfMiners } from './clearOfMiners.ts';
import type { Conduct } from './Conduct.ts';
import { Delivery } from './Delivery.ts';
import { firstStatus } from './firstStatus.ts';
import { FrameUploads } from './FrameUploads.ts';
import { Heart } from './Heart.ts';
import { Introduction } from './Introduction.ts';
import { ProgressReports } from './ProgressReports.ts';
import { Readings } from './Readings.ts';
import { Runner } from './Runner.ts';
import { Scenes } from './Scenes.ts';
import { attemptOf } from './workViews.ts';

/** What one run of the agent is made of. */
export type Parts = ReturnType<typeof buildParts>;

/** Builds the parts of the agent that is called `run`. They tell `conduct` what happens, from their start on. */
export function buildParts(options: AgentOptions, run: string, conduct: Conduct) {
  const { home, enrolment, clock, log, owner } = options;
  const { gateway, credential, workerId } = enrolment;
  const execute: Execute = (operation, variables) => connection.execute(operation, variables);
  const common = { execute, gateway, clock, log };
  const status = new StatusWriter(
    home.status,
    clock,
    firstStatus(enrolment, clock.now()),
    (error) => log.warn({ err: error }, 'the status could not be written'),
    options.onStatus,
  );
  const connection = new Connection(
    { gateway, credential, run, clock, log },
    {
      onOnline: () => conduct.online(),
      onOffline: (reason) => conduct.offline(reason),
      onEnded: (reason) => conduct.end(reason),
    },
  );
  const outbox = new Outbox(home.outbox, clock);
  const onPiece = (attemptId: string): void => runner.sign(attemptId);
  const uploads = new FrameUploads({ ...common, onPiece });
  const scenes = new Scenes({ folder: home.scenes, clock });
  const onSettled = (attemptId: string): void => runner.settle(attemptId);
  const delivery = new Delivery({ ...common, outbox, uploads, onPiece, onSettled });
  const mining = new Mining({
    home,
    settings: () => owner.settings,
    isLost: (uuid) => owner.isLost(uuid),
    clock,
    log,
    onChange: (state) => status.update({ mining: state }),
  });
  const runner = new Runner({
    ...options,
    ...common,
    delivery,
    uploads,
    scenes,
    onChange: () => conduct.tellWork(),
    onError: (code, reason) => conduct.mention(code, reason),
    allows: (slot, kind) => owner.allows(slot, kind) && !mining.isStuck(slot),
    beforeWork: (slot) => mining.beforeWork(slot),
    afterWork: (slot) => mining.afterWork(slot),
    onEnded: (work, outcome, reason) => options.onAttempt({ ...attemptOf(work, clock), outcome, reason }),
  });
  const progress = new ProgressReports({
    ...common,
    works: () => runner.works(),
    onLost: (work) => runner.drop(work),
  });
  const kept = new KeptReadings(home.readings);
  const readings = new Readings({
    ...common,
    gpuMonitor: options.gpuMonitor,
    hostMonitor: options.hostMonitor,
    kept,
    intervalMs: options.readingIntervalMs,
    onGpus: (gpus, problem) => conduct.sawGpus(gpus, problem),
  });
  const upkeep =
    options.upkeep &&
    new Upkeep({
      ...options.upkeep,
      ...common,
      home,
      machine: () => conduct.machine(),
      reserve: (onTaken) => runner.reserve(onTaken),
      clear: (slots) => clearOfMiners(slots, mining, () => runner.works()),
      isIdle: () => runner.works().length === 0 && conduct.decide().intent === 'RUN',
    });
  const keptTerms = new KeptTerms(home.terms, log);
  const terms = new TermsWatch({
    ...common,
    workerId,
    onTerms: (told) => {
      status.update({ terms: told });
      keptTerms.keep(told);
    },
  });
  const introduction = new Introduction({
    execute,
    isOnline: () => connection.online,
    log,
    onIntroduced: (gpus) => {
      runner.growTo(gpus.map(({ uuid }) => (isNvidia(uuid) ? uuid : null)));
      runner.setOnline(connection.online);
      upkeep?.setOnline(connection.online);
    },
  });
  const heart = new Heart({
    ...common,
    isMining: () => mining.active,
    hold: () => conduct.ownHold(),
    onHeard: (worker, askedAt) => conduct.heard(worker, askedAt),
    onWatched: (isWatched, askedAt) => conduct.watched(isWatched, askedAt),
  });
  return {
    ...{ status, connection, outbox, uploads, scenes, delivery, mining, runner, progress },
    ...{ kept, readings, upkeep, keptTerms, terms, introduction, heart },
  };
}
