import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import { type TenantTx, prepared } from '@permanence/platform/tenant-db';
import { CHILDREN, type Seen, WITH_VIEWER, seenColumns, viewerOf } from './visibility.js';

/** A child's line with what the person who asks may do with it. */
export type ChildLine = Seen & Readonly<{
  id: Uuid; tenantId: TenantId; reference: string; councilCode: string; recordNo: number; forename: string | null; surname: string | null; birthDate: LocalDate | null;
  sex: string | null; ethnicity: string | null; unaccompanied: boolean; lookedAfter: boolean; inCareSince: LocalDate | null; inCareSinceKnown: boolean | null;
  legalStatus: string | null; placement: string | null; provider: string | null; place: string | null; homeSince: LocalDate | null; missingSince: LocalDate | null;
  workerId: Uuid | null; workerForename: string | null; workerSurname: string | null; workerRegistration: string | null;
  nextClock: string | null; nextDue: LocalDate | null; asAt: LocalDate | null; restrictedSince: LocalDate | null; restrictedReason: string | null; version: number;
}>;

/** The columns of a line, from `CHILDREN`. */
export const lineColumns = (who: Who): string => `
  c.id, c.tenant_id as "tenantId", c.reference, c.council_code as "councilCode", c.record_no as "recordNo", c.forename, c.surname, c.birth_date as "birthDate",
  c.sex, c.ethnicity, c.unaccompanied, c.looked_after as "lookedAfter", c.in_care_since as "inCareSince", c.in_care_since_known as "inCareSinceKnown",
  c.legal_status as "legalStatus", c.placement, c.provider, c.place, c.home_since as "homeSince", c.missing_since as "missingSince",
  c.worker_id as "workerId", w.forename as "workerForename", w.surname as "workerSurname", c.worker_registration as "workerRegistration",
  c.next_clock as "nextClock", c.next_due as "nextDue", c.as_at as "asAt", c.restricted_since as "restrictedSince", c.restricted_reason as "restrictedReason", c.version, ${seenColumns(who)}`;

/** Children by id, whoever's they are within the council: the caller looks at `openingOf` before anything else. `forUpdate` holds them until the end of the transaction. */
export const childrenById = (tx: TenantTx, who: Who, ids: readonly Uuid[], more: Readonly<{ forUpdate?: boolean }> = {}): Promise<ChildLine[]> =>
  prepared<ChildLine>(tx, `${WITH_VIEWER} select ${lineColumns(who)} from ${CHILDREN} where c.tenant_id = $1 and c.id = any($5::uuid[]) ${more.forUpdate ? 'order by c.id for update of c' : ''}`, [...viewerOf(who), ids]);
