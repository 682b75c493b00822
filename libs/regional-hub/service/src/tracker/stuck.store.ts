import { type TrackerStatus, harderReasonsOf, reasonsTold, stuckOn } from '@permanence/regional-hub/domain';
import type { HarderToPlaceBecameStuck } from '@permanence/contracts/events';
import { type LocalDate, type TenantId, type Uuid, derivedId } from '@permanence/kernel/values';
import type { Publication } from '@permanence/platform/messaging';
import type { LoggedEvent, NewEvent, TenantTx } from '@permanence/platform/tenant-db';

const TYPE = 'harder-to-place-became-stuck';

type Searched = Parameters<typeof harderReasonsOf>[0] & Readonly<{ childId: Uuid; searchingSince: LocalDate }>;

/** Statuses in which somebody is still looked for. */
const SEARCHED: readonly TrackerStatus[] = ['entered-care', 'plan-changed', 'plan-agreed', 'family-finding'];

/** Children of a council who have been looked for too long by a day, of whom it has not been told for this search. */
const searchedTooLong = (tx: TenantTx, tenant: TenantId, today: LocalDate): Promise<Searched[]> =>
  tx.query<Searched[]>(
    `select t.child_id as "childId", t.searching_since as "searchingSince", t.birth_date as "birthDate", t.ethnicity, t.disabilities, t.stated_reasons as stated from tracker_entry t
     where t.tenant_id = $1 and t.status = any($3) and t.searching_since + 90 < $2::date
       and not exists (select from event_log e where e.tenant_id = t.tenant_id and e.stream_id = t.child_id and e.type = $4 and e.effective_on = t.searching_since + 91)
     order by t.child_id`,
    [tenant, today, SEARCHED, TYPE],
  );

/** What is to be told of a council's children: one event a search, however often it is asked. A child who is harder to place only later is told of then. */
export const becameStuck = async (tx: TenantTx, tenant: TenantId, today: LocalDate): Promise<NewEvent[]> =>
  (await searchedTooLong(tx, tenant, today)).flatMap((searched): NewEvent[] => {
    const [reasons, on] = [harderReasonsOf(searched, today), stuckOn(searched)];
    if (reasons.length === 0 || on === null) return [];
    const data: HarderToPlaceBecameStuck = { childId: searched.childId, reasons: reasonsTold(reasons), stuckOn: on };
    return [{ eventId: derivedId(searched.childId, `stuck:${on}`), tenantId: tenant, streamId: searched.childId, type: TYPE, effectiveOn: on, data }];
  });

/** As the child's council may know it. Null for any other event: what the region decides stays in its log. */
export const stuckToPublished = ({ type, data }: LoggedEvent): Publication | null => (type === TYPE ? { type: `regional-hub.${TYPE}`, data, schemaVersion: 1 } : null);
