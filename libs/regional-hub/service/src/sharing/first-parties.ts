import { OFFICES } from '@permanence/regional-hub/domain';
import { NORTH_MIDLANDS } from '@permanence/contracts/partnership';
import { type LocalDate, REGION, type TenantId, derivedId } from '@permanence/kernel/values';
import { type Recording, type TenantDb, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import { type StoredAgreement, addSignature, agreements, takeTurnAtAgreement } from './agreement.store.js';
import { setSharedBy } from './shared-by.store.js';

/** How a signature of version 1 is shown that this service did not see being made. */
const ON_PAPER = 'Signed on paper';

/** Whether anything of anybody was ever stored here, of the councils of the transaction. */
const isAnythingShared = async (tx: TenantTx): Promise<boolean> => {
  const [found] = await tx.query<{ is: boolean }[]>('select exists (select from figure_refresh) or exists (select from tracker_reference) or exists (select from held_module) as is');
  return found?.is === true;
};

const sign = async (tx: TenantTx, { id, state }: StoredAgreement, council: TenantId, on: LocalDate, recording: Recording): Promise<void> => {
  for (const office of OFFICES.filter((each) => !state.signatures.some(({ party, office: held }) => party === council && held === each))) {
    const person = derivedId(id, `${council} ${office}`);
    await addSignature(tx, id, { party: council, office, person, name: ON_PAPER, on });
    appendEvents(tx, recording, [{ eventId: derivedId(person, 'signed'), tenantId: REGION, streamId: id, type: 'sharing-agreement-signed', effectiveOn: on, data: { version: 1, party: council, office, person } }]);
  }
};

/**
 * Makes version 1 the agreement of the councils that run this database, as long as nobody has shared anything: it comes with the tables as that of
 * the four. A council that joins later signs another version.
 */
export const takeFirstParties = (db: TenantDb, councils: readonly TenantId[], recording: Recording): Promise<void> => {
  const everybody = new Set([...councils, ...NORTH_MIDLANDS.councils.map(({ code }) => code)]);
  return db.inTenants({ id: recording.actor, tenants: [REGION, ...everybody] }, async (tx) => {
    await takeTurnAtAgreement(tx);
    const [first, ...others] = await agreements(tx);
    if (first?.state.status !== 'in-force' || others.length > 0 || isSame(first.state.terms.parties, councils) || (await isAnythingShared(tx))) return;
    const { inForceOn: since = first.state.terms.startsOn, terms: { fields, version, startsOn } } = first.state;
    await tx.query('update sharing_agreement set parties = $3 where tenant_id = $1 and id = $2', [REGION, first.id, councils]);
    for (const council of everybody) {
      const isParty = councils.includes(council);
      if (isParty) await sign(tx, first, council, startsOn, recording);
      await setSharedBy(tx, council, isParty ? { agreementId: first.id, version, since, fields } : { agreementId: null, version: null, since: null, fields: [] });
    }
  });
};

const isSame = (parties: readonly TenantId[], councils: readonly TenantId[]): boolean => parties.length === councils.length && parties.every((party) => councils.includes(party));
