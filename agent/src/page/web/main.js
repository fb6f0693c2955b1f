/** @import { PastAttempt, PastSample } from '../../history/History.ts' */
/** @import { LocalState } from '../LocalState.ts' */
import { byId, fill, h, svg, whenChanged } from './dom.js';
import { drawBench } from './bench.js';
import { drawComputing } from './computing.js';
import { drawImport, takePastes } from './importing.js';
import { drawMining } from './mining.js';
import { addSamples, drawMonitor } from './monitor.js';
import { drawPast } from './past.js';
import { drawPausing } from './pausing.js';
import { listen, unlock } from './server.js';
import { drawSettings } from './settings.js';
import { drawTerms, drawTermsAge, drawWallet } from './terms.js';
import { drawWorker } from './worker.js';

/** How long the top bar says that something failed. */
const FAILURE_MS = 8_000;
const THEME = 'pictor-worker-theme';

/** @type {LocalState | undefined} */
let state;
let heard = false;
let failure;
let sampledAt = '';
/** How far the agent's clock is ahead of this page's; both are this machine's, unless it is looked at from afar. */
let ahead = 0;
let take;

const settingsOnce = whenChanged(drawSettings);
const termsOnce = whenChanged(drawTerms);
const walletOnce = whenChanged(drawWallet);
const pausingOnce = whenChanged((pause) => drawPausing(pause, fail));
const benchOnce = whenChanged((bench, connection) => drawBench(bench, connection, fail));
const monitorOnce = whenChanged(drawMonitor);
const importOnce = whenChanged((first) => {
  fill(byId('import-first'));
  fill(byId('import-form'));
  take = drawImport(byId(first ? 'import-first' : 'import-form'), first);
});

light(localStorage.getItem(THEME));
byId('theme').addEventListener('click', () => {
  const dark =
    document.documentElement.dataset.theme ??
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const theme = dark === 'dark' ? 'light' : 'dark';
  localStorage.setItem(THEME, theme);
  light(theme);
});

try {
  await unlock();
  takePastes(() => take ?? (() => undefined));
  void listen({ onNews, onLost: () => setHeard(false), onStranger: () => lock() });
  setInterval(draw, 1_000);
  document.addEventListener('visibilitychange', draw);
} catch (error) {
  lock(error.message);
}

/** @param {{ state?: LocalState, samples?: PastSample[], attempts?: PastAttempt[] }} news */
function onNews(news) {
  if (news.state) {
    state = news.state;
    ahead = Date.parse(news.state.at) - Date.now();
    byId('app').hidden = false;
    byId('locked').hidden = true;
  }
  if (news.samples) sampledAt = addSamples(news.samples);
  if (news.attempts) drawPast(news.attempts);
  setHeard(true);
}

function setHeard(now) {
  heard = now;
  document.documentElement.dataset.connection = now ? 'live' : 'lost';
  draw();
}

/** Whole seconds, so that what did not change within one is not drawn anew. */
function nowOfAgent() {
  return Math.floor((Date.now() + ahead) / 1_000) * 1_000;
}

function draw() {
  // Whoever comes back to the page sees it drawn anew.
  if (!state || document.hidden) return;
  const { worker, status, settings, gpus } = state;
  const now = nowOfAgent();
  document.title = worker ? `${worker.name} · Worker App` : 'Worker App';
  for (const id of ['computing', 'wallet', 'terms', 'past', 'mining', 'import', 'tabs', 'acts'])
    byId(id).hidden = worker === null;
  byId('import-first').hidden = worker !== null;
  importOnce(worker === null);
  drawWorker(state, heard, now);
  pausingOnce(settings.pause);
  settingsOnce(settings, gpus, state.powerCaps);
  benchOnce(worker && state.bench, state.connectionSpeed);
  const isOnline = status?.connection === 'ONLINE';
  termsOnce(status?.terms ? { ...status.terms, at: '' } : null, isOnline);
  walletOnce(status?.terms ?? null);
  drawTermsAge(status?.terms ?? null, isOnline, now);
  if (worker) drawComputing(status?.tasks ?? [], gpus, now);
  if (worker) drawMining(state, now);
  monitorOnce({ gpus, gpuProblem: state.gpuProblem, settings, sampledAt }, Math.floor(now / 5_000) * 5_000);
  drawLive();
}

const drawLive = whenChangedLive();

function whenChangedLive() {
  const drawn = whenChanged((words, tone, beats) => {
    const path = Array.from({ length: 8 }, (_, beat) => `M${beat * 6} 0h4v4h-4z`);
    fill(
      byId('live'),
      svg(
        'svg',
        { width: 46, height: 4, viewBox: '0 0 46 4', 'aria-hidden': 'true' },
        ...path.map((d, beat) =>
          svg('path', { d, class: !beats ? 'c-empty' : beat === 7 ? 'c-now' : 'c-work' }),
        ),
      ),
      h('b', { class: tone }, words),
    );
  });
  return () => {
    const connection = state?.status?.connection;
    if (failure && Date.now() < failure.until) drawn(failure.message, 'bad', false);
    else if (!heard) drawn('not running', 'bad', false);
    else if (!state?.worker) drawn('waiting for an import', '', false);
    else if (connection === 'ONLINE') drawn('connected', '', true);
    else if (connection === 'OFFLINE') drawn('offline', 'warn', false);
    else drawn('connecting', '', false);
  };
}

function fail(error) {
  failure = { message: error.message, until: Date.now() + FAILURE_MS };
  draw();
}

function lock(why) {
  byId('app').hidden = true;
  byId('locked').hidden = false;
  if (why) byId('locked-why').textContent = why;
}

function light(theme) {
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}
