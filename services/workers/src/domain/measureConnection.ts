import { requireAgent } from './requireAgent.ts';
import type { Asker, World } from './world.ts';

/** What an agent measures its connection with. */
export interface ConnectionMeasurement {
  downloadUrl: string;
  downloadBytes: number;
  uploadUrl: string;
  uploadBytes: number;
}

/** Addresses to measure a connection with. Throws UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED. */
export function measureConnection({ measurements, speedUrls }: World, asker: Asker): ConnectionMeasurement {
  measurements.take(requireAgent(asker));
  return {
    downloadUrl: speedUrls.sign('GET'),
    downloadBytes: speedUrls.bytes.GET,
    uploadUrl: speedUrls.sign('PUT'),
    uploadBytes: speedUrls.bytes.PUT,
  };
}
