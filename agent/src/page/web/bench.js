/** @import { LocalState } from '../LocalState.ts' */
import { byId, fill, h } from './dom.js';
import { send } from './server.js';
import { moment, note, pair } from './words.js';

const works = { UPSCALE: 'AI upscaling', RENDER: '3D rendering' };
const units = { UPSCALE: 'output MP/s', RENDER: 'Msamples/s' };

/**
 * Draws how fast this machine was found to be; `bench` is null where that is not measured.
 * @param {LocalState['bench']} bench
 * @param {LocalState['connectionSpeed']} connection
 * @param {(error: Error) => void} fail
 */
export function drawBench(bench, connection, fail) {
  const section = byId('bench');
  section.hidden = bench === null;
  if (bench === null) return;
  const { step, record, problem } = bench;
  const measure = () => send('POST', '/api/bench', {}).catch(fail);
  fill(
    section,
    h('h2', { class: 'h2' }, 'Bench score', h('span', { class: 'u push' }, scale(record))),
    h(
      'dl',
      { class: 'kv' },
      record ? rows(record) : pair('Score', h('span', { class: 'muted' }, 'not measured yet')),
      connection && connectionRow(connection),
    ),
    record?.problems.map((text) => note('warn', text)),
    problem && step === null && note('warn', problem),
    h(
      'p',
      { class: 'acts' },
      h(
        'button',
        { type: 'button', class: 'btn', id: 'measure', disabled: step !== null, onclick: measure },
        step === null ? 'Measure now' : 'Measuring…',
      ),
    ),
    h(
      'p',
      { class: 'hint', role: 'status' },
      step === null
        ? 'It is measured when no task is under way: once at first, and again when a driver, an engine or the model changes.'
        : `Now: ${step}. No tasks are asked for meanwhile.`,
    ),
  );
}

function scale(record) {
  return record && !record.assumed
    ? 'the reference GPU scores 1000'
    : 'the reference GPU scores 1000, which is assumed';
}

function rows({ score, slots, takenAt, agentVersion, reported }) {
  return [
    pair(
      'Score',
      h('b', {}, String(score)),
      !reported && h('span', { class: 'u' }, ' not told to the platform yet'),
    ),
    slots.flatMap(({ slot, gpu, driver, results, score: each }) => [
      slots.length > 1 && pair(gpu ? `GPU ${slot}: ${gpu}` : 'Processor', String(each)),
      results.map(({ kind, perSecond, score: one, engine, model, device }) => [
        pair(
          works[kind],
          `${one} `,
          h('span', { class: 'u' }, `${Number(perSecond.toPrecision(3))} ${units[kind]}`),
        ),
        pair(
          'by',
          h(
            'span',
            { class: 'muted' },
            [engine, model, device, device !== 'CPU' && driver && `driver ${driver}`]
              .filter(Boolean)
              .join(', '),
          ),
        ),
      ]),
    ]),
    pair('Measured', moment(takenAt), h('span', { class: 'u' }, ` by version ${agentVersion}`)),
  ];
}

function connectionRow({ downloadMbps, uploadMbps, latencyMs, measuredAt }) {
  const speed = (mbps) => (mbps === null ? '–' : String(Number(mbps.toPrecision(3))));
  return pair(
    'Connection',
    `${speed(downloadMbps)} ↓ ${speed(uploadMbps)} ↑ `,
    h(
      'span',
      { class: 'u' },
      `Mbit/s${latencyMs === null ? '' : `, ${latencyMs} ms`}, ${moment(measuredAt)}`,
    ),
  );
}
