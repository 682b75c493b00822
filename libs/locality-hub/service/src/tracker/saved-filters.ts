import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Uuid } from '@permanence/kernel/values';
import type { Refusal } from '@permanence/kernel/decider';
import { CLOCK } from '@permanence/platform/host';
import { type WholeListQuery, notFound, pageOfWhole, refused } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { TenantDb, type TenantTx } from '@permanence/platform/tenant-db';
import type { SavedFilterBody, SavedFilterDto, SavedFiltersDto } from './saved-filters.dto.js';
import type { TrackerState } from './tracker.dto.js';

const MOST_KEPT = 50;
const RULE = 'locality-hub.tracker';

const not = (code: Refusal['code'], sentence: string, rule: number, field: string): ReturnType<typeof refused> => refused({ code, sentence, rule: `${RULE}.${rule}`, field });

type KeptRow = Readonly<{ id: Uuid; name: string; state: TrackerState; team: string | null; mine: boolean; by: string }>;

/** Filters of the tracker that people keep, for themselves or for their team. */
@Injectable()
export class SavedFilters {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The person's own and those that their team shares, by name. */
  async list(who: Who, query: WholeListQuery): Promise<SavedFiltersDto> {
    const rows = await this.db.inTenants(who, (tx) =>
      tx.query<KeptRow[]>(
        `select id, name, state, team, person_id = $2 as mine, person_name as by from saved_filter
         where tenant_id = $1 and (person_id = $2 or (team is not null and team = $3)) order by (person_id = $2) desc, name, id`,
        [who.authority, who.id, who.team ?? null],
      ));
    return pageOfWhole(rows.map(({ team, ...row }): SavedFilterDto => ({ ...row, shared: team !== null })), query, ({ id }) => id);
  }

  /** @throws HttpProblem 422 when a rule stands against it */
  keep(who: Who, { name, state, shared }: SavedFilterBody): Promise<Readonly<{ id: Uuid }>> {
    if (shared && who.team === undefined) throw not('FILTER_WITHOUT_TEAM', 'You are in no team to share this with.', 2, 'shared');
    return this.db.inTenants(who, async (tx) => {
      await this.mustBeOfCouncil(tx, who, state);
      const [kept] = await tx.query<{ n: number }[]>('select count(*)::int as n from saved_filter where tenant_id = $1 and person_id = $2', [who.authority, who.id]);
      if ((kept?.n ?? 0) >= MOST_KEPT) throw not('TOO_MANY_FILTERS', `You can keep ${MOST_KEPT} filters. Drop one first.`, 3, 'name');
      const id = randomUUID() as Uuid;
      const made = await tx.query<unknown[]>(
        `insert into saved_filter (tenant_id, id, person_id, person_name, name, state, team, kept_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (tenant_id, person_id, name) do nothing returning id`,
        [who.authority, id, who.id, who.name, name.trim(), JSON.stringify(state), shared ? who.team : null, this.clock.now()],
      );
      if (made.length === 0) throw not('FILTER_NAME_TAKEN', 'You have a filter of that name already.', 4, 'name');
      return { id };
    });
  }

  /** @throws HttpProblem 404 for what is not the person's own */
  async drop(who: Who, id: Uuid): Promise<void> {
    await this.db.inTenants(who, async (tx) => {
      const [gone] = await tx.query<{ id: Uuid }[]>('select id from saved_filter where tenant_id = $1 and id = $2 and person_id = $3', [who.authority, id, who.id]);
      if (gone === undefined) throw notFound();
      await tx.query('delete from saved_filter where tenant_id = $1 and id = $2', [who.authority, id]);
    });
  }

  /** A team or a worker is one of the council's: so that nobody keeps words where a code belongs. */
  private async mustBeOfCouncil(tx: TenantTx, who: Who, { team, worker }: TrackerState): Promise<void> {
    const [known] = await tx.query<{ team: boolean; worker: boolean }[]>(
      `select $2::text is null or exists (select from worker where tenant_id = $1 and team = $2) as team, $3::uuid is null or exists (select from worker where tenant_id = $1 and id = $3) as worker`,
      [who.authority, team ?? null, worker ?? null],
    );
    if (known?.team === false) throw not('FILTER_TEAM_UNKNOWN', 'Choose a team of your council.', 5, 'team');
    if (known?.worker === false) throw not('FILTER_WORKER_UNKNOWN', 'Choose a worker of your council.', 6, 'worker');
  }
}
