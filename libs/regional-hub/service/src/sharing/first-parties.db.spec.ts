import { Instant, REGION, TenantId } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { Region, SHROPSHIRE, STAFFORDSHIRE, STOKE, TELFORD } from '../region.fixture.js';
import { Told } from '../told.fixture.js';
import { agreements, signaturesOf } from './agreement.store.js';
import { takeFirstParties } from './first-parties.js';
import { sharedBy } from './shared-by.store.js';

const KENT = TenantId('E10000016');
const FOUR = [STAFFORDSHIRE, STOKE, SHROPSHIRE, TELFORD];
const RECORDING = { actor: 'tester', correlationId: 'start', recordedAt: Instant('2026-09-30T09:41:00Z') };

describe('the partnership that version 1 is between', () => {
  let region: Region;
  beforeAll(async () => { region = await Region.open(); });
  afterAll(() => region.close());

  const inAll = <T>(work: (tx: TenantTx) => Promise<T>): Promise<T> => region.database.db.inTenants({ id: 'tester', tenants: [REGION, KENT, ...FOUR] }, work);
  const begin = (...councils: TenantId[]) => takeFirstParties(region.database.db, councils, RECORDING);
  const partiesNow = () => inAll(async (tx) => (await agreements(tx))[0]?.state.terms.parties);
  const shares = (council: TenantId) => region.in(council, async (tx) => (await sharedBy(tx, council)).version);
  const signed = () => inAll(async (tx) => {
    const [first] = await agreements(tx);
    return first === undefined ? [] : (await signaturesOf(tx, first.id)).filter(({ party }) => party === KENT).map(({ office, name }) => [office, name]);
  });

  it('is the one that runs the database, while nobody has shared anything', async () => {
    await begin(STAFFORDSHIRE, KENT);
    expect(await partiesNow()).toEqual([STAFFORDSHIRE, KENT]);
    expect([await shares(STAFFORDSHIRE), await shares(KENT), await shares(STOKE)]).toEqual([1, 1, null]);
    expect(await signed()).toEqual([['information-owner', 'Signed on paper'], ['data-protection-officer', 'Signed on paper']]);
  });

  it('stores what a council of it tells, and nothing of one that is not in it', async () => {
    const tell = async (council: TenantId): Promise<number | undefined> => {
      const told = new Told(council, '2026-09-01');
      told.child('Ada').born('2016-02-14');
      await region.hear(council, told.events);
      return region.in(council, async (tx) => (await tx.query<{ n: number }[]>('select count(*)::int as n from child'))[0]?.n);
    };
    expect([await tell(KENT), await tell(STOKE)]).toEqual([1, 0]);
  });

  it('stays as it is once something is shared: who joins then signs another version', async () => {
    await begin(...FOUR, KENT);
    expect(await partiesNow()).toEqual([STAFFORDSHIRE, KENT]);
    expect(await shares(SHROPSHIRE)).toBeNull();
  });
});
