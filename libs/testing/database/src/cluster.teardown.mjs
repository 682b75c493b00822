import { rm } from 'node:fs/promises';

export default async function stopTestCluster() {
  const running = globalThis.permanenceTestCluster;
  if (!running) return;
  await running.cluster.stop();
  await rm(running.folder, { recursive: true, force: true });
}
