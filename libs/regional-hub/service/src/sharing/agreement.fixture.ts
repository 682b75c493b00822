import { randomUUID } from 'node:crypto';
import { OFFICES, type Office } from '@permanence/regional-hub/domain';
import { type Clock, Instant, LocalDate, REGION, type TenantId, Uuid } from '@permanence/kernel/values';
import { type Role, type Who, capabilitiesOf } from '@permanence/platform/identity';
import type { Agreements } from './agreements.service.js';
import { COUNCILS } from './partnership.js';

/** A clock that a test sets. */
export class SetClock implements Clock {
  constructor(public day: string) {}
  now(): Instant {
    return Instant(`${this.day}T09:41:00Z`);
  }
  today(): LocalDate {
    return LocalDate(this.day);
  }
}

/** Somebody, as the guard would find them. */
export const someone = (name: string, role: Role, authority: TenantId): Who =>
  ({ id: Uuid(randomUUID()), name, roles: [role], authority, tenants: [authority], capabilities: capabilitiesOf([role], authority) });

export const head = someone('Delroy Hanley', 'regional-head-of-operations', REGION);

export const signatory = (council: TenantId, office: Office): Who => someone(`${office} of ${council}`, office, council);

/** Both offices of every council sign; the last signature is what brings a version into force. */
export const signByAll = async (agreements: Agreements, version: number): Promise<void> => {
  for (const council of COUNCILS)
    for (const office of OFFICES) {
      const decision = await agreements.sign(signatory(council, office), version, office);
      if (!decision.ok) throw new Error(decision.refusal.code);
    }
};
