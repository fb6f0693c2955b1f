import { moment } from './words.js';

const reasons = {
  IDLE: 'nothing to do',
  APPLICATION_CLOCKS: 'clocks that someone has set',
  POWER_CAP: 'its power limit',
  HARDWARE_SLOWDOWN: 'its hardware',
  SYNC_BOOST: 'the GPUs it keeps pace with',
  SOFTWARE_THERMAL: 'heat',
  HARDWARE_THERMAL: 'heat',
  POWER_BRAKE: 'the power supply',
  DISPLAY_CLOCKS: 'a display',
  OTHER: 'something without a name',
};

/** What a GPU tells beside its readings, in sentences; nothing of what it does not tell. */
export function factsOf(sample) {
  if (sample.state !== 'READ') return '';
  const { throttleReasons, pcieGeneration, pcieGenerationMax, pcieWidth, pcieWidthMax } = sample;
  const held = [...new Set((throttleReasons ?? []).map((reason) => reasons[reason]))].join(' and ');
  const most = pcieGenerationMax && pcieWidthMax ? ` of ${pcieGenerationMax} × ${pcieWidthMax}` : '';
  const xids = sample.xids?.map(({ code, at }) => `XID ${code} at ${moment(at)}`).join(', ');
  return [
    throttleReasons && `Held back by ${held || 'nothing'}.`,
    pcieGeneration && pcieWidth && `PCIe ${pcieGeneration} × ${pcieWidth}${most}.`,
    sample.eccUncorrected !== null && `Memory errors not corrected: ${sample.eccUncorrected}.`,
    sample.repairPending && 'Its memory is repaired at the next restart of the machine.',
    xids && `Its driver logged ${xids}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
