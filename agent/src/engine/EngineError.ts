/** Why an engine could not do a task. */
export const errorCodes = [
  /** The model file is missing, is not the one this version was made for, or is not fit for the platform's tasks. */
  'MODEL_REFUSED',
  /** The engine cannot start on this machine. */
  'ENGINE_UNAVAILABLE',
  /** The engine is at work on another task. */
  'ENGINE_BUSY',
  /** The engine's process ended in the middle of the task. */
  'ENGINE_CRASHED',
  /** The engine showed no progress for too long and was ended. */
  'ENGINE_HUNG',
  /** The engine took more memory, disk, processes or time than it may, and was ended. */
  'ENGINE_EXCEEDED',
  /** The task was cancelled. */
  'CANCELLED',
  /** This version of the agent cannot do what the task asks for. */
  'TASK_UNSUPPORTED',
  /** The input is not what the task says it is, or this engine cannot read it. */
  'INPUT_REFUSED',
  /** The scene cannot be rendered as it is, by whomever. */
  'SCENE_REFUSED',
  /** A frame was not made, or is not what was asked for. */
  'FRAME_MISSING',
  /** There is no room left on the disk. */
  'DISK_FULL',
  /** The result could not be written, for example because the disk is full. */
  'OUTPUT_FAILED',
  /** The engine failed for a reason that it did not foresee. */
  'ENGINE_FAILED',
] as const;

export type EngineErrorCode = (typeof errorCodes)[number];

/** A failure of an engine: a stable code and a sentence. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
