import { busAddress } from './busAddress.ts';
import { CommandError, type Command } from './createCommand.ts';
import type { GpuMonitor, GpuReading, GpuReport } from './GpuReading.ts';
import { COMMON_GPU_FIELDS, GPU_FIELDS, parseGpuRows } from './parseGpuRows.ts';
import { SeenGpus } from './SeenGpus.ts';

/** Exit codes of nvidia-smi, as its manual lists them. */
const NO_DEVICES = 6;
const FELL_OFF_BUS = 15;
const FORMAT = '--format=csv,noheader,nounits';

/**
 * Makes a monitor that asks nvidia-smi. A machine without it has no GPU that it knows of; where it fails or hangs, the
 * GPUs seen before are reported lost or unread, with the reason, and those that can be read are.
 */
export function createNvidiaMonitor(nvidiaSmi: Command): GpuMonitor {
  const seen = new SeenGpus();
  let fields: readonly string[] | undefined;
  let compute: string | null | undefined;

  async function read(): Promise<GpuReport> {
    try {
      fields ??= await knownFields(nvidiaSmi);
      const text = await nvidiaSmi([queryOf(fields), FORMAT]);
      return await reportOf(parseGpuRows(fields, text), () => true, null);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return afterFailure(error);
    }
  }

  async function afterFailure(error: CommandError): Promise<GpuReport> {
    const isAbsent = error.failure === 'ABSENT' || error.exitCode === NO_DEVICES;
    if (isAbsent && !seen.any) return { gpus: [], problem: null };
    const told = parseGpuRows(fields ?? [], error.output);
    const isLost = lostAfter(error, seen.missing(told).length);
    const others = seen.missing(told).filter((each) => !isLost(each));
    // One lost GPU can keep nvidia-smi from telling of the others, unless it is asked for them alone.
    const rest = others.length > 0 && others.length < seen.missing(told).length ? await only(others) : [];
    return reportOf([...told, ...rest], isLost, error.message);
  }

  async function only(gpus: readonly GpuReading[]): Promise<GpuReading[]> {
    const known = fields ?? COMMON_GPU_FIELDS;
    const ids = gpus.map(({ gpu }) => gpu.uuid).join(',');
    return nvidiaSmi([`--id=${ids}`, queryOf(known), FORMAT]).then(
      (text) => parseGpuRows(known, text),
      () => [],
    );
  }

  async function reportOf(
    readings: readonly GpuReading[],
    isLost: (missing: GpuReading) => boolean,
    problem: string | null,
  ): Promise<GpuReport> {
    if (readings.length > 0 && problem === null) compute ??= await cudaVersion(nvidiaSmi);
    const named = readings.map((each) => ({ ...each, gpu: { ...each.gpu, compute: compute ?? null } }));
    return seen.report(named, isLost, problem);
  }

  return read;
}

const queryOf = (fields: readonly string[]): string => `--query-gpu=${fields.join(',')}`;

/** Which of the GPUs that were not read are gone for good, as far as the failure tells. */
function lostAfter({ exitCode, output }: CommandError, missing: number): (gpu: GpuReading) => boolean {
  if (exitCode === NO_DEVICES) return () => true;
  if (exitCode !== FELL_OFF_BUS && !/GPU is lost|unable to determine the device handle/i.test(output))
    return () => false;
  const places = Array.from(
    output.matchAll(/\b(?:GPU\s?)?((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])/gi),
  );
  const named = new Set(places.map(([, place]) => busAddress(place as string)));
  if (named.size === 0) return () => missing === 1;
  return ({ bus }) => bus !== null && named.has(busAddress(bus));
}

/** An unknown field makes a whole query fail, so the driver is asked once which ones it knows. */
async function knownFields(nvidiaSmi: Command): Promise<readonly string[]> {
  try {
    const help = await nvidiaSmi(['--help-query-gpu']);
    const known = new Set(Array.from(help.matchAll(/"([a-z0-9_.]+)"/g), ([, field]) => field));
    const fields = GPU_FIELDS.filter((field) => known.has(field));
    return fields.includes('uuid') ? fields : COMMON_GPU_FIELDS;
  } catch (error) {
    if (error instanceof CommandError && error.failure === 'FAILED') return COMMON_GPU_FIELDS;
    throw error;
  }
}

/** The highest version of CUDA that the driver knows, which no query tells; undefined when it could not be asked. */
async function cudaVersion(nvidiaSmi: Command): Promise<string | null | undefined> {
  try {
    const [, version] = /CUDA (?:\w+ )?Version\s*:\s*(\d+(?:\.\d+)*)/.exec(await nvidiaSmi([])) ?? [];
    return version ? `CUDA ${version}` : null;
  } catch {
    return undefined;
  }
}
