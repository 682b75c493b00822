import type { Admin } from 'kafkajs';
import { PARTITIONS } from '../description.js';

/** Kept for ever: a new consumer begins at the first event. */
const FOR_EVER = { name: 'retention.ms', value: '-1' };

/**
 * Creates the topics that are not there. It comes before anything subscribes: a consumer of a missing topic ends its process.
 * Replication is the broker's default; in a cluster `deploy/` sets it.
 */
export const createTopics = async (admin: Admin, topics: readonly string[]): Promise<void> => {
  const there = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !there.has(topic));
  if (missing.length === 0) return;
  await admin.createTopics({ waitForLeaders: true, topics: missing.map((topic) => ({ topic, numPartitions: PARTITIONS, configEntries: [FOR_EVER] })) });
};

