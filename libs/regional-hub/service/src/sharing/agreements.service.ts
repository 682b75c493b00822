import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Agreement, type AgreementCommand, type AgreementEvent, type AgreementTerms, type DraftedAgreement, type Office, decideAgreement, evolveAgreement, storableOf } from '@permanence/regional-hub/domain';
import type { Decision } from '@permanence/kernel/decider';
import { type Clock, type LocalDate, REGION, type Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { notFound } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { TenantDb, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import { markChanged } from '../figures/figure-refresh.store.js';
import { type NamedSignature, type StoredAgreement, addAgreement, addSignature, agreements, keepAgreement, signaturesOf, takeTurnAtAgreement } from './agreement.store.js';
import { eraseUnnamed } from './erase.store.js';
import { takeFirstParties } from './first-parties.js';
import { COUNCILS, SYSTEM, inPartnership } from './partnership.js';
import { setSharedBy } from './shared-by.store.js';

/** What of a version is new beside the one in force. */
export type NewVersion = (current: AgreementTerms, version: number) => AgreementTerms;

type Outcome = Decision<AgreementEvent>;

/** The sharing agreement: versions, signatures, and what the councils share by them. Each command is one transaction over the partnership's own rows. */
@Injectable()
export class Agreements {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** At each start: a partnership that has shared nothing yet is the one that version 1 is between. */
  begin(): Promise<void> {
    return takeFirstParties(this.db, COUNCILS, { actor: SYSTEM, correlationId: correlationId(), recordedAt: this.clock.now() });
  }

  /** Every version, the newest first. */
  all(): Promise<StoredAgreement[]> {
    return this.db.inTenants(inPartnership(SYSTEM), agreements);
  }

  /** One version with the names of those who signed. @throws HttpProblem 404 */
  one(version: number): Promise<StoredAgreement & Readonly<{ signed: readonly NamedSignature[] }>> {
    return this.db.inTenants(inPartnership(SYSTEM), async (tx) => {
      const found = versionOf(await agreements(tx), version);
      return { ...found, signed: await signaturesOf(tx, found.id) };
    });
  }

  /** Another version, made from the newest that was ever in force, between the councils that are the partnership now. */
  draft(who: Who, terms: NewVersion): Promise<Outcome> {
    return this.db.inTenants(inPartnership(who.id), async (tx) => {
      await takeTurnAtAgreement(tx);
      const all = await agreements(tx);
      const base = all.find(({ state }) => state.inForceOn !== undefined);
      if (base === undefined) throw new Error('the first agreement came with the tables');
      const isAnotherOpen = all.some(({ state }) => isOpen(state));
      const drafted = { id: randomUUID() as Uuid, state: { status: 'none' } } as const;
      const decision = decideAgreement(drafted.state, { type: 'draft', on: this.clock.today(), terms: { ...terms(base.state.terms, (all[0]?.state.terms.version ?? 0) + 1), parties: COUNCILS }, isAnotherOpen });
      if (!decision.ok) return decision;
      for (const event of decision.events) if (event.type === 'sharing-agreement-drafted') await addAgreement(tx, drafted.id, event.terms);
      this.append(tx, who.id, drafted.id, drafted.state, decision.events);
      return decision;
    });
  }

  /** One office of one council signs. The last signature brings the version into force when its day is there. */
  sign(who: Who, version: number, office: Office): Promise<Outcome> {
    return this.change(who.id, version, { type: 'sign', on: this.clock.today(), party: who.authority, office, person: who.id }, async (tx, { id }) => {
      await addSignature(tx, id, { party: who.authority, office, person: who.id, name: who.name, on: this.clock.today() });
      await this.startDue(tx);
    });
  }

  review(who: Who, version: number, office: Office, reviewOn: LocalDate): Promise<Outcome> {
    return this.change(who.id, version, { type: 'review', on: this.clock.today(), party: who.authority, office, reviewOn });
  }

  /** A council ends the agreement for all: what no other version covers is erased at once. */
  end(who: Who, version: number): Promise<Outcome> {
    return this.change(who.id, version, { type: 'end', on: this.clock.today(), ending: 'by-party', party: who.authority }, shareNothing);
  }

  discard(who: Who, version: number): Promise<Outcome> {
    return this.change(who.id, version, { type: 'end', on: this.clock.today(), ending: 'discarded' });
  }

  /** What the clock decides: a signed version whose first day has come is in force, one whose last day has passed has ended. */
  keepTime(): Promise<void> {
    return this.db.inTenants(inPartnership(SYSTEM), async (tx) => {
      await takeTurnAtAgreement(tx);
      await this.endDue(tx);
      await this.startDue(tx);
    });
  }

  private change(actor: string, version: number, command: AgreementCommand, then: (tx: TenantTx, changed: StoredAgreement) => Promise<void> = async () => {}): Promise<Outcome> {
    return this.db.inTenants(inPartnership(actor), async (tx) => {
      await takeTurnAtAgreement(tx);
      const found = versionOf(await agreements(tx), version);
      const decision = await this.decide(tx, actor, found, command);
      if (decision.ok) await then(tx, found);
      return decision;
    });
  }

  /** Load, decide, save, append. */
  private async decide(tx: TenantTx, actor: string, { id, state }: StoredAgreement, command: AgreementCommand): Promise<Outcome> {
    const decision = decideAgreement(state, command);
    if (!decision.ok) return decision;
    const after = decision.events.reduce<Agreement>(evolveAgreement, state);
    if (after.status !== 'none') await keepAgreement(tx, { id, state: after });
    this.append(tx, actor, id, state, decision.events);
    return decision;
  }

  /** The version that was in force gives way in the same transaction, and what it alone named is erased. */
  private async startDue(tx: TenantTx): Promise<void> {
    const all = await agreements(tx);
    const due = all.find(({ state }) => state.status === 'signed');
    const on = this.clock.today();
    if (due === undefined || due.state.terms.startsOn > on) return;
    const former = all.find(({ state }) => state.status === 'in-force');
    if (former !== undefined) await this.decide(tx, SYSTEM, former, { type: 'end', on, ending: 'replaced' });
    const decision = await this.decide(tx, SYSTEM, due, { type: 'bring-into-force', on });
    if (decision.ok) await share(tx, due, on);
  }

  private async endDue(tx: TenantTx): Promise<void> {
    const on = this.clock.today();
    const over = (await agreements(tx)).find(({ state: { status, terms } }) => status === 'in-force' && terms.endsOn !== undefined && terms.endsOn < on);
    if (over === undefined) return;
    await this.decide(tx, SYSTEM, over, { type: 'end', on, ending: 'expired' });
    await shareNothing(tx);
  }

  private append(tx: TenantTx, actor: string, id: Uuid, before: Agreement, events: readonly AgreementEvent[]): void {
    appendEvents(tx, { actor, correlationId: correlationId(), recordedAt: this.clock.now() }, events.map((event) => {
      const { type, on, ...data } = event;
      return { eventId: randomUUID() as Uuid, tenantId: REGION, streamId: id, type, effectiveOn: on, data: { version: 'terms' in event ? event.terms.version : versionIn(before), ...data } };
    }));
  }
}

const versionIn = (state: Agreement): number => (state.status === 'none' ? 0 : state.terms.version);
const isOpen = ({ status }: DraftedAgreement): boolean => status === 'draft' || status === 'signed';

const versionOf = (all: readonly StoredAgreement[], version: number): StoredAgreement => {
  const found = all.find(({ state }) => state.terms.version === version);
  if (found === undefined) throw notFound();
  return found;
};

/** Every council shares by this version from now on. Whoever is storing facts is waited for; then what is not named goes. */
const share = async (tx: TenantTx, { id, state: { terms } }: StoredAgreement, since: LocalDate): Promise<void> => {
  for (const council of COUNCILS) {
    const isParty = terms.parties.includes(council);
    await setSharedBy(tx, council, isParty ? { agreementId: id, version: terms.version, since, fields: terms.fields } : { agreementId: null, version: null, since: null, fields: [] });
    await eraseUnnamed(tx, council, storableOf(isParty ? terms.fields : []));
    await markChanged(tx, council);
  }
};

const shareNothing = async (tx: TenantTx): Promise<void> => {
  for (const council of COUNCILS) {
    await setSharedBy(tx, council, { agreementId: null, version: null, since: null, fields: [] });
    await eraseUnnamed(tx, council, new Map());
    await markChanged(tx, council);
  }
};
