import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '@permanence/embedded/postgres';

/**
 * A PostgreSQL of this file's own. When a relay sends depends on every open transaction of its cluster, so tests that assert it share
 * one with nobody.
 */
export const ownCluster = async (): Promise<{ stop: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'permanence-messaging-'));
  const cluster = await startCluster({ folder, durable: false });
  process.env['TEST_DATABASE_URL'] = cluster.adminUrl('postgres');
  return {
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
