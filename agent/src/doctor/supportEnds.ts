/** When makers of systems end, or have ended, the free mending of faults, as they had said by November 2025. */
export const supportEnds: Readonly<Record<string, string>> = {
  'debian 10': '2024-06-30',
  'debian 11': '2026-08-31',
  'debian 12': '2028-06-30',
  'debian 13': '2030-06-30',
  'ubuntu 18.04': '2023-05-31',
  'ubuntu 20.04': '2025-05-31',
  'ubuntu 22.04': '2027-04-30',
  'ubuntu 24.04': '2029-04-30',
  'rhel 7': '2024-06-30',
  'rhel 8': '2029-05-31',
  'rhel 9': '2032-05-31',
  'windows 19045': '2025-10-14',
  'windows 22621': '2024-10-08',
  'windows 22631': '2025-11-11',
  'windows 26100': '2026-10-13',
};

/** When branches of NVIDIA's driver came first, ascending, as known in November 2025. */
export const driverBranches: readonly { readonly branch: number; readonly from: string }[] = [
  { branch: 0, from: '2010-01-01' },
  { branch: 470, from: '2021-06-01' },
  { branch: 510, from: '2022-01-01' },
  { branch: 525, from: '2022-11-01' },
  { branch: 535, from: '2023-05-01' },
  { branch: 550, from: '2024-01-01' },
  { branch: 560, from: '2024-07-01' },
  { branch: 570, from: '2025-01-01' },
  { branch: 580, from: '2025-07-01' },
];

/** What is older than this lacks mended faults of security, whatever it is. */
export const OLD_MS = 2 * 365 * 24 * 3_600_000;
