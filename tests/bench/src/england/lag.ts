import { randomUUID } from 'node:crypto';
import { loaderUrlIn } from '@permanence/embedded/runtime';
import { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { appendEvents, connect } from '@permanence/platform/tenant-db';
import { seconds } from '../messaging.sample.js';
import { AUTHORITY } from '../service.sample.js';
import type { Ask } from './asked.js';
import { type BenchRegion, LOADED_ON, MONTH } from './england.sample.js';

const TIMES = 30;
const ON = LocalDate('2026-10-01');
const RECORDING = { actor: 'bench', correlationId: 'bench', recordedAt: Instant(`${LOADED_ON}T12:00:00.000Z`) };

/** Seconds from the commit of an event to the council's and the region's figure that counts it, many times over. */
export const lags = async ({ folder }: BenchRegion, ask: Ask): Promise<number[]> => {
  const db = await connect({ url: await loaderUrlIn(folder), connections: 1, applicationName: 'bench' });
  const tenant = TenantId(AUTHORITY);
  const lookedAfter = async (authority: string): Promise<number> => (await ask<{ numerator: number }>(`regional-hub/v1/indicators/cla-number-looked-after?authority=${authority}&month=${MONTH}`)).numerator;
  const found: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const [own, regional] = [await lookedAfter(AUTHORITY), await lookedAfter('region')];
    const childId = Uuid(randomUUID());
    const data = { carePeriodId: randomUUID(), childId, startKnown: true, legalStatus: 'C2', siblingGroupIds: [], uasc: false };
    await db.inTenants({ id: 'bench', tenants: [tenant] }, (tx) =>
      appendEvents(tx, RECORDING, [{ eventId: Uuid(randomUUID()), tenantId: tenant, streamId: childId, type: 'care-period-started', effectiveOn: ON, data }]));
    found.push(await seconds(async () => {
      while ((await lookedAfter(AUTHORITY)) === own || (await lookedAfter('region')) === regional);
    }));
  }
  await db.close();
  return found;
};
