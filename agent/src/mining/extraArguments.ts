/**
 * Options of miner programs that tune and no more. All others are refused, because some of them run scripts, load files,
 * write files or open ports, and the page must not be a way to any of that.
 */
const TUNING = new Set([
  // Both programs.
  ...['--pass', '--pl', '--fan'],
  // T-Rex.
  ...['--coin', '--intensity', '--low-load', '--kernel', '--dag-build-mode', '--extra-dag-epoch'],
  ...['--lock-cclock', '--cclock', '--mclock', '--cv', '--mt', '--temperature-limit', '--temperature-start'],
  ...['--retries', '--retry-pause', '--timeout', '--hashrate-avr', '--send-stales', '--validate-shares'],
  ...['--no-hashrate-report', '--exit-on-cuda-error', '--exit-on-connection-lost'],
  ...['--reconnect-on-fail-shares', '--keep-gpu-busy'],
  // lolMiner.
  ...[
    '--tls',
    '--cclk',
    '--mclk',
    '--coff',
    '--moff',
    '--keepfree',
    '--ethstratum',
    '--tstart',
    '--tstop',
    '--tmode',
  ],
]);

/**
 * Why a list is no extra configuration: options that tune, each with at most one value behind it or behind a `=`. Null
 * where it is one.
 */
export function problemOfExtra(list: readonly string[]): string | null {
  let mayTakeValue = false;
  for (const each of list) {
    if (!isOption(each)) {
      if (!mayTakeValue) return `“${each}” belongs to no option`;
      mayTakeValue = false;
      continue;
    }
    const [name = ''] = each.split('=');
    if (!TUNING.has(name))
      return `${name} cannot be set here: only options that tune the GPU or the pool can`;
    mayTakeValue = name === each;
  }
  return null;
}

/** Offsets of clocks are negative numbers, which are values. */
function isOption(text: string): boolean {
  return text.startsWith('-') && !/^-\d[\d,.-]*$/.test(text);
}
