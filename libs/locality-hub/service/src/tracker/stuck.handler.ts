import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { EventOf } from '@permanence/contracts/events';
import type { Delivery } from '@permanence/platform/messaging';

const STUCK = 'regional-hub.harder-to-place-became-stuck';

/** Hears from the region which of the council's children have been looked for too long: a blocker in the council's tracker. */
@Controller()
export class StuckHandler {
  @EventPattern(STUCK)
  async apply(@Payload() { tx, events }: Delivery<EventOf<typeof STUCK>>): Promise<void> {
    await tx.query(
      `insert into stuck_child (tenant_id, child_id, stuck_on, reasons)
       select distinct on (r."childId") $1, r."childId", r."stuckOn", array(select jsonb_array_elements_text(r.reasons)) from jsonb_to_recordset($2::jsonb) as r("childId" uuid, "stuckOn" date, reasons jsonb) order by r."childId", r."stuckOn" desc
       on conflict (tenant_id, child_id) do update set stuck_on = excluded.stuck_on, reasons = excluded.reasons where excluded.stuck_on > stuck_child.stuck_on`,
      [events[0]?.tenantId, JSON.stringify(events.map(({ data }) => data))],
    );
  }
}
