import type { TenantDb } from '@permanence/platform/tenant-db';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';

/** What an orchestrator and a scraper ask, without a token and without a person's data. */
export const answerHealth = (server: FastifyInstance, db: TenantDb, metrics: Registry): void => {
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    try {
      await db.isReady();
      return { status: 'ready' };
    } catch {
      // Not swallowed: 503 is what says so, and the pool logs the cause.
      return reply.status(503).send({ status: 'not-ready' });
    }
  });
  server.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
};
