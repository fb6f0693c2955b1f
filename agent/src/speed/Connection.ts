/** How fast the platform is reached; null for what could not be measured. */
export interface Connection {
  readonly downloadMbps: number | null;
  readonly uploadMbps: number | null;
  readonly latencyMs: number | null;
}

/** A connection as it was measured, and when, as an ISO text. */
export type MeasuredConnection = Connection & { readonly measuredAt: string };
