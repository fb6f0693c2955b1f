import { z } from 'zod';
import { median } from '../bench/median.ts';
import type { Connection } from './Connection.ts';

/** Where a line is measured: the platform, and addresses of its that are good once. */
export interface Line {
  readonly gateway: string;
  readonly downloadUrl: string;
  readonly uploadUrl: string;
  readonly uploadBytes: number;
}

/** The platform measures with others: what it would tell now says nothing of the line. */
class SpeedBusy extends Error {
  constructor() {
    super('The platform is busy measuring with others.');
  }
}

/** The first round trip opens the connection and does not count. */
const ROUND_TRIPS = 6;
const ROUND_TRIP_LIMIT_MS = 5_000;
/** A slow line is not kept busy for longer: what came until then tells its speed as well. */
const TRANSFER_MS = 5_000;
const TRANSFER_LIMIT_MS = 30_000;
const CHUNK_BYTES = 64 * 1024;
/** From fewer bytes no speed is told: they fit into what a connection sends at once. */
const LEAST_BYTES = 64 * 1024;

/**
 * Measures how fast the platform is reached: round trips, then bytes from it and to it, one after the other, 24 MiB at
 * most and for about 10 s. `now` tells milliseconds that only go forward. Rejects when the platform is busy.
 */
export async function measureLine(
  { gateway, downloadUrl, uploadUrl, uploadBytes }: Line,
  now: () => number = () => performance.now(),
): Promise<Connection> {
  const latencyMs = await orNull(roundTrip(gateway, now));
  const downloadMbps = await orNull(download(new URL(downloadUrl, gateway), now));
  const upload = { url: new URL(uploadUrl, gateway), bytes: uploadBytes, latencyMs: latencyMs ?? 0 };
  const uploadMbps = await orNull(send(upload, now));
  return { downloadMbps, uploadMbps, latencyMs };
}

/** The median round trip of an empty question, in milliseconds. */
async function roundTrip(gateway: string, now: () => number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUND_TRIPS; i++) {
    const begun = now();
    const response = await fetch(gateway, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
      redirect: 'error',
      signal: AbortSignal.timeout(ROUND_TRIP_LIMIT_MS),
    });
    await response.arrayBuffer();
    times.push(now() - begun);
  }
  return tenth(median(times.slice(1)));
}

async function download(url: URL, now: () => number): Promise<number | null> {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(TRANSFER_LIMIT_MS),
  });
  refuseBusy(response);
  if (!response.ok || !response.body) return null;
  const reader = response.body.getReader();
  const begun = now();
  let bytes = 0;
  try {
    while (now() - begun < TRANSFER_MS) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
    }
    return speedOf(bytes, now() - begun);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function send(
  { url, bytes: most, latencyMs }: { url: URL; bytes: number; latencyMs: number },
  now: () => number,
): Promise<number | null> {
  const begun = now();
  let left = most;
  const chunk = crypto.getRandomValues(new Uint8Array(CHUNK_BYTES));
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left <= 0 || now() - begun >= TRANSFER_MS) return controller.close();
      const next = chunk.subarray(0, Math.min(left, CHUNK_BYTES));
      left -= next.length;
      controller.enqueue(next);
    },
  });
  const response = await fetch(url, {
    method: 'PUT',
    body,
    duplex: 'half',
    redirect: 'error',
    signal: AbortSignal.timeout(TRANSFER_LIMIT_MS),
  });
  refuseBusy(response);
  if (!response.ok) return null;
  // What came is told by who counted it; the way of the answer is not part of it.
  const { bytes } = z.object({ bytes: z.int().min(0) }).parse(await response.json());
  return speedOf(Math.min(bytes, most), now() - begun - latencyMs);
}

/** Megabits a second; null for too little to tell. */
function speedOf(bytes: number, ms: number): number | null {
  if (bytes < LEAST_BYTES || ms <= 0) return null;
  return Math.max(0.001, Math.round((bytes * 8) / ms) / 1_000);
}

/** What fails is unknown, not slow. */
function orNull<T>(measured: Promise<T | null>): Promise<T | null> {
  return measured.catch((error: unknown) => {
    if (error instanceof SpeedBusy) throw error;
    return null;
  });
}

function refuseBusy({ status }: Response): void {
  if (status === 503) throw new SpeedBusy();
}

function tenth(ms: number): number {
  return Math.max(0.1, Math.round(ms * 10) / 10);
}
