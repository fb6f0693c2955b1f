import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GpuSample } from './GpuReading.ts';
import { pcieGeneration } from './pcieGeneration.ts';

/** Where Linux shows what it knows of each device on the PCI bus. */
export const PCI_DEVICES = '/sys/bus/pci/devices';

/**
 * What the kernel tells of an AMD GPU and rocm-smi does not print as JSON: faults of its memory since the driver was
 * loaded, and the link that it is made for. Null for what is not told.
 */
export async function readPciDevice(
  bus: string | null,
  devices: string,
): Promise<Pick<GpuSample, 'eccCorrected' | 'eccUncorrected' | 'pcieGenerationMax' | 'pcieWidthMax'>> {
  const read = async (file: string): Promise<string> =>
    bus === null ? '' : readFile(join(devices, bus.toLowerCase(), file), 'utf8').catch(() => '');
  const [faults, speed, width] = await Promise.all([
    read('ras/umc_err_count'),
    read('max_link_speed'),
    read('max_link_width'),
  ]);
  return {
    eccCorrected: numberIn(faults, /^ce: *(\d+)/m),
    eccUncorrected: numberIn(faults, /^ue: *(\d+)/m),
    pcieGenerationMax: pcieGeneration(numberIn(speed, /^(\d+(?:\.\d+)?) GT\/s/)),
    pcieWidthMax: numberIn(width, /^(\d+)/),
  };
}

function numberIn(text: string, pattern: RegExp): number | null {
  const [, number] = pattern.exec(text) ?? [];
  return number === undefined ? null : Number(number);
}
