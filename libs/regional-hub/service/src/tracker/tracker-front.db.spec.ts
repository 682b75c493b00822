import fc from 'fast-check';
import { LocalDate, type TenantId, type Uuid, derivedId } from '@permanence/kernel/values';
import { TRACKER_STATUSES, type TrackerReference } from '@permanence/regional-hub/domain';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { Region, SHROPSHIRE, STAFFORDSHIRE, STOKE, TELFORD } from '../region.fixture.js';
import { trackerBoardFront, trackerFront } from './tracker-front.store.js';
import { ON_THE_WAY, type TrackerLine, trackerPage } from './tracker.store.js';

const COUNCILS = [STAFFORDSHIRE, STOKE, SHROPSHIRE, TELFORD];
const TODAY = LocalDate('2026-10-05');
const SPACE = derivedId('2f1c3a52-6a0e-4b5c-9d7e-0a1b2c3d4e5f' as Uuid, 'children');
const GENERAL = { today: TODAY, statuses: ON_THE_WAY, harder: false, sort: 'waiting' } as const;

type Child = Readonly<{ council: TenantId; n: number; status: string; restricted: boolean; since: string }>;

const CHILDREN = fc.uniqueArray(
  fc.record({
    council: fc.constantFrom(...COUNCILS), n: fc.nat(9), status: fc.constantFrom(...TRACKER_STATUSES), restricted: fc.boolean(), since: fc.constantFrom('2026-01-12', '2026-01-13', '2026-03-02', '2026-09-01'),
  }),
  { selector: ({ council, n }) => `${council} ${n}`, maxLength: 14 },
);

describe('the tracker as it opens', () => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
    const drawn = 'TRKABCDEFGH';
    for (const [at, council] of COUNCILS.entries())
      await region.in(council, (tx) => tx.query('insert into tracker_reference select $1, id, $2 || n from unnest($3::uuid[]) with ordinality as each(id, n)', [council, `TRK-${drawn[at]}${drawn[at]}-`, Array.from({ length: 10 }, (_, n) => idOf(council, n))]));
  });
  afterAll(() => region.close());

  const idOf = (council: TenantId, n: number): Uuid => derivedId(SPACE, `${council} ${n}`);
  const inAll = <T>(work: (tx: TenantTx) => Promise<T>): Promise<T> => region.database.db.inTenants({ id: 'tester', tenants: [STAFFORDSHIRE, STOKE, SHROPSHIRE, TELFORD] }, work);
  const shown = (lines: readonly TrackerLine[]) => lines.map(({ reference, status, total }) => [reference, status, total]);

  /** Every row is what it now is, by the statements that the product has: some are written again, the others go. */
  const become = (children: readonly Child[]): Promise<void> => inAll(async (tx) => {
    const ids = children.map(({ council, n }) => idOf(council, n));
    await tx.query('delete from tracker_entry where not child_id = any($1::uuid[])', [ids]);
    await tx.query(
      `insert into tracker_entry (tenant_id, child_id, status, since, entered_on, disabilities, stated_reasons, restricted)
       select council, id, status, since, since, '{}', '{}', restricted from jsonb_to_recordset($1::jsonb) as c(council text, id uuid, status text, since date, restricted boolean)
       on conflict (tenant_id, child_id) do update set status = excluded.status, since = excluded.since, restricted = excluded.restricted`,
      [JSON.stringify(children.map((child, at) => ({ ...child, id: ids[at] })))],
    );
  });

  it('shows what the whole list shows, page by page, and the board its columns, however children come and go', async () => {
    await fc.assert(
      fc.asyncProperty(CHILDREN, async (children) => {
        await become(children);
        await inAll(async (tx) => {
          const all = await trackerPage(tx, { ...GENERAL, limit: 100 });
          const pages: TrackerLine[] = [];
          for (let after: TrackerReference | undefined; ; after = pages.at(-1)?.reference) {
            const page = await trackerFront(tx, { councils: COUNCILS, limit: 4, ...(after === undefined ? {} : { after }) });
            pages.push(...page);
            if (page.length < 4) break;
          }
          expect(shown(pages)).toEqual(shown(all));
          expect(shown(await trackerBoardFront(tx, { councils: COUNCILS, perStatus: 2 }))).toEqual(shown(await trackerPage(tx, { ...GENERAL, perStatus: 2, limit: 100 })));
        });
      }),
      { numRuns: 25 },
    );
  });

  it('keeps the numbers of a council to itself', async () => {
    await become([{ council: STOKE, n: 1, status: 'plan-agreed', restricted: false, since: '2026-09-01' }]);
    const children = (council: TenantId) => region.in(council, async (tx) => (await tx.query<{ n: number }[]>('select coalesce(sum(children), 0)::int as n from tracker_count'))[0]?.n);
    expect([await children(STOKE), await children(TELFORD)]).toEqual([1, 0]);
  });
});
