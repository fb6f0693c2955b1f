import { expect, test } from 'vitest';
import type { Downloads } from '#lib/api/downloads.ts';
import { systemOf, wayFor, type System } from './workerApp.ts';

const hash = 'ab'.repeat(32);
const file = (name: string, system: string, tried = false) => ({
  ...{ name, system, sizeBytes: 1, sha256: hash },
  kind: system === 'any' ? ('NPM_PACKAGE' as const) : ('EXECUTABLE' as const),
  tried: tried ? { on: 'linux x64', how: '' } : null,
});
const downloads: Downloads = {
  ...{ version: '1.0.0', node: '24.0.0', source: null },
  files: [
    file('pictor-worker-1.0.0.tgz', 'any'),
    file('pictor-worker-linux-x64', 'linux-x64', true),
    file('pictor-worker-windows-x64.exe', 'windows-x64'),
  ],
};
const way = (system: System, configuration = 'attic.json') =>
  wayFor(system, downloads, 'https://farm.example', configuration);

test('on Linux the file is checked before it is made a program', () => {
  expect(way('linux-x64')).toMatchObject({
    get: `curl -fLO https://farm.example/download/pictor-worker-linux-x64 && echo "${hash}  pictor-worker-linux-x64" | sha256sum -c && chmod +x pictor-worker-linux-x64`,
    import: './pictor-worker-linux-x64 import attic.json',
    start: './pictor-worker-linux-x64 start',
    install: './pictor-worker-linux-x64 install',
    tried: true,
  });
});

test('on Windows a damaged file is removed; on macOS npm installs it', () => {
  expect(way('windows-x64')).toMatchObject({ tried: false });
  expect(way('windows-x64')?.get).toContain(
    `.Hash -ne "${hash}") { Remove-Item pictor-worker-windows-x64.exe`,
  );
  expect(way('macos')?.get).toBe(
    'npm install --global --ignore-scripts https://farm.example/download/pictor-worker-1.0.0.tgz',
  );
});

test('a name with a space stays one word; a system without a file has no way', () => {
  expect(way('linux-x64', 'Studio PC.pictor.json')?.import).toMatch(/ "Studio PC\.pictor\.json"$/);
  expect(way('linux-arm64')).toBeNull();
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', 'windows-x64'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', 'macos'],
  ['Mozilla/5.0 (X11; Linux aarch64; rv:140.0) Gecko/20100101', 'linux-arm64'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101', 'linux-x64'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', 'linux-x64'],
])('%s is on %s', (userAgent, system) => {
  expect(systemOf(userAgent)).toBe(system);
});
