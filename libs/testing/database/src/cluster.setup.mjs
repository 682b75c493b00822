import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@swc-node/register/esm-register';

/** One PostgreSQL for a whole test run; each spec file makes its own database in it. */
export default async function startTestCluster() {
  if (process.env.TEST_DATABASE_URL) return;
  const { startCluster } = await import('../../../embedded/postgres/src/index.ts');
  const folder = await mkdtemp(join(tmpdir(), 'permanence-test-'));
  const cluster = await startCluster({ folder, durable: false, settings: { max_connections: '200' } });
  globalThis.permanenceTestCluster = { cluster, folder };
  process.env.TEST_DATABASE_URL = cluster.adminUrl('postgres');
}
