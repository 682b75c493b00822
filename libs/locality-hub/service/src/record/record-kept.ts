import { type Payloads } from '@permanence/contracts/events';
import { type LocalDate, type TenantId, Uuid, derivedId } from '@permanence/kernel/values';
import type { KeptKinds } from '@permanence/locality-hub/domain';
import type { Publication } from '@permanence/platform/messaging';
import { type LoggedEvent, type NewEvent, type TenantTx, prepared } from '@permanence/platform/tenant-db';

type RecordKept = Payloads['locality-hub.record-kept'];

const TYPE = 'record-kept';

/** Under which id the councils' word about their records goes: it is about no child. */
const STREAMS = Uuid('5f0b2c6e-8d57-4c0e-9a63-3f1d2b7a9e10');

const streamOf = (tenant: TenantId): Uuid => derivedId(STREAMS, tenant);

/** The event by which a council says that from a day on it records everything of some kinds here. */
export const recordKept = (tenant: TenantId, { kinds, from }: RecordKept): NewEvent => ({
  eventId: derivedId(streamOf(tenant), `${from} ${kinds.join(' ')}`), tenantId: tenant, streamId: streamOf(tenant), type: TYPE, effectiveOn: from, data: { kinds, from },
});

/** Which kinds of facts the council keeps here, each since the first day of which it has said so. */
export const keptKinds = async (tx: TenantTx, tenant: TenantId): Promise<KeptKinds> => {
  const said = await prepared<{ data: RecordKept }>(tx, 'select data from event_log where tenant_id = $1 and stream_id = $2', [tenant, streamOf(tenant)]);
  const kept = new Map<string, LocalDate>();
  for (const { data: { kinds, from } } of said) for (const kind of kinds) if (from < (kept.get(kind) ?? '9999')) kept.set(kind, from);
  return kept;
};

/** What a council keeps here, as the region may know it. Null for any other event. */
export const recordKeptToPublished = ({ type, data }: LoggedEvent): Publication | null => (type === TYPE ? { type: 'locality-hub.record-kept', data, schemaVersion: 1 } : null);
