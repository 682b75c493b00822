import { Instant, LocalDate, type TenantId } from '@permanence/kernel/values';
import type { Alert, EmergencyUse, Relation } from '../../api/emergency.js';
import type { Approval } from '../../api/locality-hub.js';
import { ServiceProblem, ServiceSilent } from '../../api/problem.js';
import type { Grant } from '../../api/sharing.js';
import { CLOCKS, TODAY, childRow } from '../../children/children.fixture.js';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../../frame/page.fixture.js';
import type { Visit } from '../../web/visit.js';
import { myWorkPage } from '../due/page.js';
import { plansWaitingPage } from '../plans/page.js';
import { heardWithin } from './heard.js';
import { waitingPage } from './page.js';
import { NOTHING_WAITS, type Waiting, waitingFor } from './waiting.js';

const day = LocalDate;
const NOW = Instant('2026-11-24T09:41:00Z');
const C18 = { id: 'C18', interval: 'A permanence plan is agreed by the second review.', starts: 'x', meets: 'y', source: 'Care planning guidance, volume 2', certainty: 'known', workingDays: false };
const MOMENT = { today: TODAY, now: NOW, clocks: [...CLOCKS, C18] };
const SHROPSHIRE = 'E06000051' as TenantId;
const STOKE = 'E06000021' as TenantId;

const approval = (number: number, more: Partial<Approval> = {}): Approval =>
  ({ id: `2026-11-20.${String(number)}`, kind: 'countersign', child: childRow(number), route: 'adoption', since: day('2026-11-20'), by: { id: uuid(90), name: 'Nadia Ferris' }, reviewedOn: null, refusal: null, ...more });
const grant: Grant = {
  id: uuid(50), side: 'shared', number: 'GR-4M9T6R', reference: 'TRK-9W2M-5K', childId: uuid(1), childsCouncil: SHROPSHIRE, childsCouncilName: 'Shropshire', askingCouncil: STOKE, askingCouncilName: 'Stoke-on-Trent', purpose: 'family-finding',
  askedBy: 'Petra Vance', mine: false, askedOn: day('2026-11-24'), state: 'requested', fields: [], decidedBy: null, decidedOn: null, expiresOn: null, refusal: null, endedOn: null, endedHow: null, allowedCommands: ['grant', 'refuse'],
};
const relation: Relation = { id: uuid(60), who: 'Callum Thorley', role: 'locality-social-worker', team: 'Stafford', reference: 'CH-7F3K-2Q', kind: 'own-family', status: 'declared', declaredAt: Instant('2026-11-10T09:00:00Z'), confirmed: null, withdrawnAt: null };
const use: EmergencyUse = { id: uuid(70), child: { id: uuid(2), reference: 'CH-4M9T-6R' }, who: 'Owen Brackley', role: 'team-manager', reason: 'Police at the door.', openedAt: Instant('2026-11-21T20:00:00Z'), until: Instant('2026-11-21T21:00:00Z'), running: false, reviewDueOn: day('2026-11-25'), review: null };
const alert: Alert = { id: uuid(80), kind: 'emergency-access-opened', at: Instant('2026-11-21T20:00:00Z'), child: { id: uuid(2), reference: 'CH-4M9T-6R' }, who: { name: 'Owen Brackley', role: 'team-manager', authority: 'Staffordshire' }, emergencyAccess: uuid(70), read: null };
const heard = <T>(value: T) => ({ late: false, value }) as const;
const page = <T>(...items: T[]) => ({ items, next: null });
const waits = (more: Partial<Waiting>): Waiting => ({ ...NOTHING_WAITS, ...more });
const work = { scope: 'team', groups: [], missing: [], undated: 3, counts: [] } as const;
const myWork = (waiting: Waiting) => myWorkPage({ ...MOMENT, work, notAllocated: null, waiting, worksWithChildren: true });

describe('what waits for a manager', () => {
  const found = waits({ plans: heard({ ...page(approval(1)), total: 1 }), profiles: heard(page(grant)), relations: heard(page(relation, { ...relation, id: uuid(61), status: 'confirmed' })) });

  it('stands before what is due, longest first, each row leading to where it is done', () => {
    const view = myWork(found);
    const html = rendered(view, personAs('team-manager'));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('3 to sign or decide');
    expect(view.page.waiting?.rows.map(({ what, href, due }) => [what, href, due.lead])).toEqual([
      ['Confirm what Callum Thorley says of CH-7F3K-2Q', '/relations', 'For 2 weeks'], ['Countersign the plan of Bryony Castell-1', `/children/${uuid(1)}/plan/countersignature`, 'For 4 days'],
      ['Decide what to share about TRK-9W2M-5K', `/region/sharing/grants/${uuid(50)}`, 'Since today'],
    ]);
    expect(wordsOf(html)).toContain('Countersign the plan of Bryony Castell-1 Adoption, proposed by Nadia Ferris For 4 days since Friday 20 November 2026 A permanence plan is agreed by the second review. Care planning guidance, volume 2');
    expect(wordsOf(html)).toContain('Petra Vance in Stoke-on-Trent asks. To find a family');
  });

  it('is counted whole where a part of it is shown, and led on', () => {
    const html = rendered(myWork({ ...found, plans: heard({ ...page(approval(1), approval(2)), total: 35 }) }), personAs('team-manager'));
    expect(wordsOf(html)).toContain('37 to sign or decide');
    expect(wordsOf(html)).toContain('See all 35 plans that wait for you');
    expect(faultsOf(html)).toEqual([]);
  });

  it('names what did not come in time, and shows the rest', () => {
    const html = rendered(myWork({ ...found, profiles: { late: true } }), personAs('team-manager'));
    expect(wordsOf(html)).toContain('Profiles to share could not be loaded at 9:41am. Everything else is here. Try again');
    expect(wordsOf(html)).toContain('2 to sign or decide');
    expect(faultsOf(html)).toEqual([]);
  });

  it('is not there for whom nothing waits', () => expect(rendered(myWork(NOTHING_WAITS))).not.toContain('To sign or decide'));
});

describe('plans that wait for a reviewing officer', () => {
  const notYet = approval(2, { kind: 'agree', by: { id: uuid(91), name: null }, refusal: { code: 'NO_REVIEW_SINCE_PROPOSAL', sentence: 'The record holds no review since the plan was proposed.', rule: 'x' } });

  it('lead to the agreement once a review was held; before that they say what is missing', () => {
    const { rows } = plansWaitingPage({ ...MOMENT, first: true, plans: { ...page(approval(1, { kind: 'agree', route: null }), notYet), total: 2 } }).page;
    expect(rows.map(({ what, href, who, words }) => [what, href, who, words])).toEqual([
      ['Record that a review agreed the plan of Bryony Castell-1', `/children/${uuid(1)}/plan/agreement`, 'No main plan, countersigned by Nadia Ferris', null],
      ['Record that a review agreed the plan of Bryony Castell-2', `/children/${uuid(2)}/plan`, 'Adoption', 'Not yet. The record holds no review since the plan was proposed.'],
    ]);
  });

  it('go on page by page, and say when there are none', () => {
    const next = rendered(plansWaitingPage({ ...MOMENT, first: false, plans: { items: [notYet], next: '2026-11-20.2', total: 60 } }), personAs('reviewing-officer'));
    expect(faultsOf(next)).toEqual([]);
    expect(next).toContain('href="/work/plans?cursor=2026-11-20.2"');
    expect(wordsOf(rendered(plansWaitingPage({ ...MOMENT, first: true, plans: { items: [], next: null, total: 0 } })))).toContain('No plan waits for you.');
  });
});

describe('a data protection officer\u2019s first page', () => {
  const officer = personAs('data-protection-officer');

  it('has emergency access to review by its day, then alerts that nobody has read', () => {
    const html = rendered(waitingPage(waits({ reviews: heard(page(use)), alerts: heard({ ...page(alert), total: 12 }) }), MOMENT), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('1 to review 12 alerts not read yet');
    expect(wordsOf(html)).toContain('To review 1 To review, earliest due first What to do When Why Review the emergency access of Owen Brackley Team manager, CH-4M9T-6R Due tomorrow Wednesday 25 November 2026');
    expect(html).toContain(`href="/emergency-access/${uuid(70)}/review"`);
    expect(html).toContain(`href="/alerts/${uuid(80)}"`);
    expect(html).toContain('href="/access-log"');
  });

  it('says when nothing waits', () => {
    const html = rendered(waitingPage(waits({ reviews: heard(page<EmergencyUse>()), alerts: heard({ ...page<Alert>(), total: 0 }) }), MOMENT), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('No emergency access waits for a review, and every alert is read.');
  });

  it('never says that nothing waits where it does not know', () => {
    expect(wordsOf(rendered(waitingPage(waits({ reviews: { late: true }, alerts: { late: true } }), MOMENT), officer))).toMatch(/Emergency access to review and alerts could not be loaded at 9:41am\. Everything else is here\. Try again (?!No emergency)/);
  });
});

describe('asking for it', () => {
  const problem = (status: number) => new ServiceProblem('regional-hub', { type: 'about:blank', title: '', status, code: 'X', detail: '' });
  const never = new Promise<never>(() => undefined);

  it('asks for what is theirs and nothing else, side by side', async () => {
    const asked: string[] = [];
    const api = (name: string) => new Proxy({}, { get: (_, route: string) => () => { asked.push(`${name} ${route}`); return Promise.resolve({ items: [], next: null, total: 0 }); } });
    const visitOf = (role: 'team-manager' | 'locality-social-worker' | 'data-protection-officer') => ({ me: () => Promise.resolve(personAs(role)), locality: api('locality'), regional: api('regional') }) as unknown as Visit;
    expect(await waitingFor(visitOf('locality-social-worker'))).toEqual(NOTHING_WAITS);
    await waitingFor(visitOf('team-manager'));
    expect(asked.splice(0)).toEqual(['locality approvals', 'regional grantsToDecide', 'locality relationsToConfirm']);
    await waitingFor(visitOf('data-protection-officer'));
    expect(asked).toEqual(['locality emergencyUsesToReview', 'locality alerts']);
  });

  it('waits as long as it may, and goes on without what is silent or in trouble', async () => {
    expect(await heardWithin(5, never)).toEqual({ late: true });
    expect(await heardWithin(1000, Promise.reject(new ServiceSilent('regional-hub', 'x')))).toEqual({ late: true });
    expect(await heardWithin(1000, Promise.reject(problem(503)))).toEqual({ late: true });
    expect(await heardWithin(1000, Promise.resolve(7))).toEqual({ late: false, value: 7 });
  });

  it('takes a refusal for an answer', async () => {
    await expect(heardWithin(1000, Promise.reject(problem(403)))).rejects.toMatchObject({ problem: { status: 403 } });
  });
});
