/** What an error of a GPU means, as NVIDIA documents it: https://docs.nvidia.com/deploy/xid-errors/ */
export interface XidWords {
  means: string;
  /** What to do about it; absent where the program that ran is the usual cause. */
  remedy?: string;
  /** `bad` takes the GPU from work, `warn` may. */
  tone: 'bad' | 'warn';
}

const reset = 'Restart the machine; if it comes back, have the GPU looked at.';
const seat = 'Shut the machine down, check power cables and the slot, and start it again.';

const known: Readonly<Record<number, XidWords>> = {
  13: { means: 'A program did what the GPU cannot do', tone: 'warn' },
  31: { means: 'A program reached for memory that is not its own', tone: 'warn' },
  32: { means: 'A broken command reached the GPU', tone: 'warn' },
  38: { means: 'The driver’s firmware failed', remedy: reset, tone: 'warn' },
  43: { means: 'The GPU stopped a program that had failed', tone: 'warn' },
  45: { means: 'A program was ended and its work cleared away', tone: 'warn' },
  48: { means: 'Memory error that could not be corrected', remedy: reset, tone: 'bad' },
  61: { means: 'The GPU’s own controller failed', remedy: reset, tone: 'bad' },
  62: { means: 'The GPU’s own controller halted', remedy: reset, tone: 'bad' },
  63: {
    means: 'A faulty part of the memory is taken out of use',
    remedy: 'Restart the machine to finish it.',
    tone: 'warn',
  },
  64: { means: 'A faulty part of the memory could not be taken out of use', remedy: reset, tone: 'bad' },
  69: { means: 'A program sent the GPU a faulty command', tone: 'warn' },
  74: { means: 'The link between GPUs failed', remedy: seat, tone: 'bad' },
  79: { means: 'The GPU fell off the bus', remedy: seat, tone: 'bad' },
  92: { means: 'Many memory errors that were corrected', remedy: reset, tone: 'warn' },
  94: {
    means: 'Memory error, contained to the program that met it',
    remedy: 'Restart the machine soon.',
    tone: 'warn',
  },
  95: { means: 'Memory error that may have reached other programs', remedy: reset, tone: 'bad' },
  109: { means: 'The GPU was too long about changing programs', tone: 'warn' },
  119: { means: 'The GPU’s system processor did not answer', remedy: reset, tone: 'bad' },
  120: { means: 'The GPU’s system processor failed', remedy: reset, tone: 'bad' },
};

/** What an error of a GPU means, in a few words. */
export function xidWords(code: number): XidWords {
  return known[code] ?? { means: 'Another error: NVIDIA’s list of XIDs tells which', tone: 'warn' };
}
