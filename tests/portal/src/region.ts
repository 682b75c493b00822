import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningRegion, startRegion } from '@permanence/embedded/runtime';
import { LocalDate } from '@permanence/kernel/values';

/** A port that nobody has now. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

/** A style sheet and a script in name only: what browsers make of the real ones is the journeys' to say. */
export const namedAssets = (folder: string): string => {
  writeFileSync(join(folder, 'app.0123456789ab.css'), 'p{color:#0b0c0c}');
  writeFileSync(join(folder, 'app.ba9876543210.js'), 'void 0;');
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ css: 'app.0123456789ab.css', js: 'app.ba9876543210.js' }));
  return folder;
};

export type TestRegion = Readonly<{ region: RunningRegion; origin: string; close: () => Promise<void> }>;

/** The whole product on a fixed day, with nothing loaded. */
export const testRegion = async (): Promise<TestRegion> => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-'));
  const region = await startRegion({ dataFolder: folder, port: await freePort(), today: LocalDate('2026-11-24'), logLevel: 'silent', environment: {}, assetsFolder: namedAssets(await mkdtemp(join(tmpdir(), 'assets-'))) });
  const close = async (): Promise<void> => {
    await region.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { region, origin: region.url, close };
};
