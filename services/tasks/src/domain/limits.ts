/** The bounds of this service, each named once. */
export const limits = {
  /** Of a picture that a creator uploads. */
  uploadBytes: 64 * 2 ** 20,
  /** Of a scene that a creator uploads: a .blend, or a zip with one. */
  sceneUploadBytes: 512 * 2 ** 20,
  /** Frames of a render job. */
  frames: 10_000,
  /** Frames of one task. */
  framesPerTask: 256,
  /** Work units of one render task, as near as frames allow: five minutes of the reference GPU. */
  taskMilliUnits: 300_000,
  /** Tasks of one job. */
  tasksPerJob: 512,
  /** Work units of one job. */
  jobMilliUnits: 2_000_000_000,
  /** Frames of a render task that its re-run makes again. */
  checkFrames: 2,
  /** Of a picture, before it is upscaled. */
  inputPixels: 50_000_000,
  /** Of either side of a picture. */
  sidePixels: 16_384,
  /** Of the kept part of one task's result. */
  taskOutputPixels: 4_000_000,
  /** Rows of its neighbours that a band brings along on either side. */
  overlapRows: 12,
  /** A picture has at least this many bands, unless it has fewer rows. */
  minBands: 4,
  /** Jobs of one creator that are not finished. */
  openJobs: 50,
  /** Places for pictures that a creator has asked for and not used within a day. */
  openUploads: 200,
  /** Places for scenes that a creator has asked for and not used within a day. */
  openSceneUploads: 20,
  /** Uploads of one owner, a creator or a provider, that are under way. */
  uploadsAtOnce: 8,
  /** Kinds of tasks that a slot says it can do. */
  engines: 8,
  /** Workers whose bid is remembered for a moment. */
  rememberedBids: 10_000,
  /** Jobs among which a worker's next task is sought. */
  candidateJobs: 64,
  /** Tries at one task. */
  attemptsPerTask: 64,
  /** Failures of a worker on a job, after which it is not offered that job again. */
  failuresOfWorker: 3,
  /** Times that a worker gives a task back, after which each brings it nearer to not being offered that job for a while. */
  stopsOfWorker: 3,
  /** Workers that failed a task, after which the task has failed. */
  workersFailingTask: 3,
  /** Failures that a job remembers. */
  rememberedFailures: 256,
  /** Attempts that a worker's record remembers to have counted. */
  rememberedAttempts: 256,
  /** Tries at a step of the server's own before its job has failed. */
  stepTries: 5,
  /** Documents that one sweep takes. */
  sweep: 256,
  /** Readings and writings of different leases that are done together. */
  gathered: 256,
  /** Slots of a worker. */
  slots: 64,
  /** Leases reported on at once. */
  reports: 64,
  /** Slots whose abilities are remembered while they are heard from. */
  slotsAtHand: 20_000,
  /** Agents remembered as waiting for a task. */
  waitingAgents: 10_000,
  /** Jobs and attempts whose changes are held back for a moment. */
  heldChanges: 10_000,
  /** Creators whose turn is remembered. */
  rememberedCreators: 10_000,
} as const;
