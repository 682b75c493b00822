import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@permanence/kernel/values';
import { type Fact, type PlanCommandKind, planFactsOf, primaryOf, refusalNow } from '@permanence/locality-hub/domain';
import { CLOCK } from '@permanence/platform/host';
import type { Who } from '@permanence/platform/identity';
import { TenantDb } from '@permanence/platform/tenant-db';
import { rowOf } from '../children/child.views.js';
import type { ChildRowDto } from '../children/children.dto.js';
import { notOfRole } from '../permanence/plan-rights.js';
import { namesOf } from '../permanence/plan.reader.js';
import { factsByChild } from '../permanence/plan.store.js';
import type { Names } from '../permanence/plan.views.js';
import { type ApprovalDto, type ApprovalsDto, type ApprovalsQuery, approvalPlaceOf, textOfApproval } from './approvals.dto.js';
import { APPROVAL_KINDS, type ApprovalKind, type ApprovalLine, approvalsPage } from './approvals.store.js';

const USUAL = 20;
const COMMANDS = { countersign: 'countersign', agree: 'agreeAtReview' } as const satisfies Record<ApprovalKind, PlanCommandKind>;

/** Plans that wait for a person's word. */
@Injectable()
export class ApprovalsReader {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  approvals(who: Who, { limit: asked, cursor }: ApprovalsQuery): Promise<ApprovalsDto> {
    const kinds = APPROVAL_KINDS.filter((kind) => notOfRole(who, COMMANDS[kind]) === undefined);
    const limit = Number(asked ?? USUAL);
    return this.db.inTenants(who, async (tx) => {
      const found = await approvalsPage(tx, who, { kinds, limit, ...(cursor === undefined ? {} : { after: approvalPlaceOf(cursor) }) });
      const lines = found.slice(0, limit);
      const facts = await factsByChild(tx, who.authority, lines.map(({ id }) => id));
      const names = await namesOf(tx, who.authority, lines.flatMap((line) => signedOf(line)?.by ?? []));
      const items = lines.map((line) => this.itemOf(who, line, facts.get(line.id) ?? [], names));
      return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null, total: found[0]?.total ?? 0 };
    });
  }

  private itemOf(who: Who, line: ApprovalLine, facts: readonly Fact[], names: Names): ApprovalDto {
    const { id: childId, approval: kind, plan, since } = line;
    const known = planFactsOf(facts, this.clock.today());
    const signed = signedOf(line);
    const refusal = refusalNow(plan, COMMANDS[kind], known);
    const reviewed = known.reviews.findLast(({ heldOn }) => plan.proposed !== undefined && heldOn >= plan.proposed.on);
    return {
      // A record that is shut to the person is not among the rows.
      id: textOfApproval({ since, childId }), kind, child: rowOf(line, who, this.clock.today()) as ChildRowDto, route: primaryOf(plan) ?? null, since,
      by: signed === undefined ? null : { id: signed.by, name: names.get(signed.by) ?? null }, reviewedOn: reviewed?.heldOn ?? null,
      refusal: refusal === undefined ? null : { code: refusal.code, sentence: refusal.sentence, rule: refusal.rule },
    };
  }
}

/** Who brought it to where it waits. */
const signedOf = ({ approval, plan }: ApprovalLine): ApprovalLine['plan']['proposed'] => (approval === 'countersign' ? plan.proposed : plan.countersigned);
