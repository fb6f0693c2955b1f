/** What a unit of systemd is made of. */
export interface UnitOptions {
  /** The command line that starts the agent. */
  readonly command: readonly string[];
  readonly home: string;
  /** The account and groups that it runs as, for a service of the machine; null for one of an account. */
  readonly account: { readonly name: string; readonly groups: readonly string[] } | null;
}

/** Ends for good when the worker was deleted or revoked: see `exitCodes`. */
const CREDENTIAL_ENDED = 3;

/**
 * The unit that keeps an agent running. What is closed to it is all that can be: user namespaces stay open and /proc as
 * it is, because bubblewrap needs both, and devices, because GPUs are some.
 */
export function systemdUnit({ command, home, account }: UnitOptions): string {
  const lines = [
    '# Written by `pictor-worker install`, which writes it anew.',
    '[Unit]',
    'Description=Pictor Worker',
    ...(account ? ['Wants=network-online.target', 'After=network-online.target'] : []),
    'StartLimitIntervalSec=300',
    'StartLimitBurst=10',
    '',
    '[Service]',
    ...(account ? ownerOf(home, account) : []),
    `ExecStart=${commandLine(command)}`,
    'Restart=on-failure',
    'RestartSec=5',
    `RestartPreventExitStatus=${CREDENTIAL_ENDED}`,
    'TimeoutStopSec=30',
    'OOMPolicy=continue',
    'Nice=5',
    'UMask=0077',
    ...HARDENING,
    ...(account ? machineHardening(home) : []),
    '',
    '[Install]',
    `WantedBy=${account ? 'multi-user.target' : 'default.target'}`,
  ];
  return `${lines.join('\n')}\n`;
}

const HARDENING = [
  'NoNewPrivileges=yes',
  'LockPersonality=yes',
  'RestrictRealtime=yes',
  'RestrictSUIDSGID=yes',
  'SystemCallArchitectures=native',
  'RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK',
];

function ownerOf(home: string, { name, groups }: NonNullable<UnitOptions['account']>): string[] {
  return [
    `User=${name}`,
    `Group=${name}`,
    ...(groups.length > 0 ? [`SupplementaryGroups=${groups.join(' ')}`] : []),
    'CacheDirectory=pictor-worker',
    // What root wrote there by a command belongs to root.
    `ExecStartPre=+/bin/chown -R ${name}:${name} ${quote(home)}`,
  ];
}

/** Left out with reason: ProtectKernelTunables and ProtectKernelLogs cover parts of /proc, and bubblewrap cannot then
 * mount one of its own; PrivateDevices and ProtectClock hide devices; RestrictNamespaces forbids the sandbox itself. */
const machineHardening = (home: string): string[] => [
  'ProtectSystem=strict',
  'ProtectHome=yes',
  `ReadWritePaths=${quote(home)}`,
  'PrivateTmp=yes',
  'ProtectControlGroups=yes',
  'ProtectKernelModules=yes',
  'ProtectHostname=yes',
  'CapabilityBoundingSet=',
];

/** Variables are put into every word but the first; `%` means something in all. */
function commandLine([program = '', ...args]: readonly string[]): string {
  return [quote(program), ...args.map((arg) => quote(arg).replaceAll('$', '$$$$'))].join(' ');
}

function quote(word: string): string {
  return `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`;
}
