import { LocalDate } from '@permanence/kernel/values';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../frame/page.fixture.js';
import { agreementPage, endPage } from './agreement/page.js';
import { askPage } from './ask/page.js';
import { EMPTY_DRAFT, addedIn, draftPage } from './draft/page.js';
import { EMPTY_GRANT, chosenIn, grantPage } from './grant/page.js';
import { grantsPage } from './grants/page.js';
import { onlyFor } from './only-for.js';
import { notSharedPage, profilePage } from './profile/page.js';
import { seesCouncilsGrants, seesGrants } from './sees-grants.js';
import { agreement, child, grant, granted, problem } from './sharing.fixture.js';
import { fieldWords, grantState, stateWords } from './words.js';

const worker = personAs('locality-social-worker', 'E06000021', 'Petra Vance');
const manager = personAs('team-manager', 'E06000051', 'Ruth Penhallow');
const officer = personAs('data-protection-officer', 'E06000051', 'Isobel Wrekin-Hart');
const FIELDS = ['locality-hub.profile.firstName', 'locality-hub.profile.age'];

const shown = (facts: Partial<Parameters<typeof agreementPage>[0]> = {}, me = officer) => rendered(agreementPage({ agreement: agreement(), versions: [agreement()], seesGrants: true, key: 'k', ...facts }), me);

describe('what councils share', () => {
  it('says what leaves a council, how and why, by what it is for, and what never leaves', () => {
    const html = shown();
    expect(faultsOf(html)).toEqual([]);
    for (const words of [
      'Version 2. In force since 5 October 2026. It is looked at again by 5 October 2027.', 'For figures', 'Care period: started on locality-hub.care-period.startedOn As it is Counts who is in care.', 'For the tracker',
      'Child: birth date locality-hub.child.birthDate The month only Families are approved for ages.', 'For the profile of one child', 'First name', 'court documents and expert reports', 'Shropshire Information owner Theodora Clee 1 October 2026', 'Data protection officer Not signed yet',
    ]) expect(wordsOf(html)).toContain(words);
  });

  it('has nothing to do in it for those who may only read', () => expect(shown({ seesGrants: false }, personAs('management-board-member', 'region'))).not.toMatch(/<form method="post" action="\/region|>Sign for|End the agreement|Profiles shared/));

  it('lets an office sign, review, end; and the head draft and discard', () => {
    const html = shown({ agreement: agreement({ state: 'draft', allowedCommands: ['sign'], leftOut: [agreement().fields[0]!] }) });
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('action="/region/sharing/2/sign"');
    expect(wordsOf(html)).toContain('Left out since the version before What is left out is erased from the region on the day this starts.');
    const inForce = shown({ agreement: agreement({ allowedCommands: ['review', 'end'] }) });
    expect([inForce.includes('action="/region/sharing/2/review"'), inForce.includes('href="/region/sharing/2/end"'), faultsOf(inForce)]).toEqual([true, true, []]);
    const head = shown({ agreement: agreement({ allowedCommands: ['discard', 'draft'] }) }, personAs('regional-head-of-operations', 'region'));
    expect([head.includes('action="/region/sharing/2/discard"'), head.includes('href="/region/sharing/draft"'), faultsOf(head)]).toEqual([true, true, []]);
  });

  it('puts a refusal on the page, and a day that is wrong at its field', () => {
    const html = shown({ agreement: agreement({ allowedCommands: ['review'] }), problem: problem('REVIEW_TOO_LATE', 'An agreement is reviewed within 12 months. Choose an earlier day.', 'reviewOn'), typed: '1/1/2030' });
    expect([html.includes('href="#reviewOn"'), html.includes('value="1/1/2030"'), faultsOf(html)]).toEqual([true, true, []]);
    expect(wordsOf(shown({ problem: problem('ALREADY_SIGNED', 'Your council has signed in this office.') }))).toContain('Your council has signed in this office. ALREADY_SIGNED');
  });

  it('asks once more before it ends for all', () => {
    const html = rendered(endPage(2, 'k'), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('This ends version 2 for all councils, today.');
  });

  it.each([
    [{ state: 'draft', signed: 3, signaturesNeeded: 8 }, 'Waits for signatures: 3 of 8 are there.'], [{ state: 'signed' }, 'Signed by all. It starts on Monday 5 October 2026.'],
    [{ state: 'ended', endedOn: LocalDate('2027-01-04'), ending: 'replaced' }, 'Ended on 4 January 2027: replaced by another version.'],
  ] as const)('says where a version stands: %j', (more, words) => expect(stateWords(agreement(more))).toBe(words));
});

describe('another version', () => {
  const head = personAs('regional-head-of-operations', 'region');

  it('leaves fields out and adds one', () => {
    const form = { ...EMPTY_DRAFT, remove: ['L1 locality-hub.child.birthDate'], name: 'locality-hub.child.languages', level: 'L1', transform: 'as-is', justification: 'A family that speaks it.' };
    const html = rendered(draftPage({ current: agreement(), form, key: 'k' }), head);
    expect(faultsOf(html)).toEqual([]);
    expect(html).toMatch(/value="L1 locality-hub.child.birthDate" checked/);
    expect(addedIn(form)).toEqual([{ name: 'locality-hub.child.languages', level: 'L1', transform: 'as-is', justification: 'A family that speaks it.' }]);
    expect(addedIn(EMPTY_DRAFT)).toEqual([]);
  });

  it('says at the field what never leaves', () => {
    const html = rendered(draftPage({ current: agreement(), form: EMPTY_DRAFT, key: 'k', problem: problem('FIELD_NEVER_SHARED', 'This never leaves the council: the unique pupil number. Leave it out.', 'fields') }), head);
    expect([html.includes('href="#name"'), faultsOf(html)]).toEqual([true, []]);
  });
});

describe('profiles shared', () => {
  it('shows both sides, each with its state', () => {
    const html = rendered(grantsPage([{ side: 'shared', page: { items: [grant({ side: 'shared' })], next: uuid(41) } }, { side: 'received', page: { items: [], next: null } }], true), manager);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Asked of your council');
    expect(wordsOf(html)).toContain('TRK-7F3K-9Q GR-4M9T6R Petra Vance Stoke-on-Trent To find a family 5 Oct 2026 Waits for an answer');
    expect(wordsOf(html)).toContain('Nothing was asked for. A row of the tracker leads to it.');
    expect(html).toContain(`href="/region/sharing/grants?side=shared&amp;cursor=${uuid(41)}"`);
  });

  it.each([[granted, 'Shared until 2 November 2026'], [{ state: 'refused', refusal: 'not-ready' }, 'Not shared: the profile is not ready yet'], [{ ...granted, state: 'ended', endedHow: 'expired', endedOn: LocalDate('2026-11-03') }, 'Ran out on 3 November 2026'], [{ ...granted, state: 'ended', endedHow: 'revoked', endedOn: LocalDate('2026-10-09') }, 'Ended early on 9 October 2026']] as const)(
    'says where a grant stands: %j', (more, words) => expect(grantState(grant(more))).toBe(words));

  it('asks for a purpose, and nothing about the child', () => {
    const html = rendered(askPage({ reference: 'TRK-7F3K-9Q', key: 'k', problem: problem('PURPOSE_REQUIRED', 'Say what the profile is for. Choose a purpose.', 'purpose') }), worker);
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('href="#purpose"');
    expect(html).toContain('<title>Error: Ask for the profile of TRK-7F3K-9Q');
  });

  it('lets the manager of the child’s council choose fields and days, with a field of another name too', () => {
    const html = rendered(grantPage({ grant: grant({ side: 'shared', childId: uuid(7), allowedCommands: ['grant', 'refuse'] }), fields: FIELDS, decides: true, key: 'k' }), manager);
    expect(faultsOf(html)).toEqual([]);
    expect([html.includes(`action="/region/sharing/grants/${uuid(41)}/give"`), html.includes(`href="/children/${uuid(7)}"`), html.includes('value="28"')]).toEqual([true, true, true]);
    expect(chosenIn({ ...EMPTY_GRANT, fields: FIELDS, other: 'locality-hub.birth-mother.address' })).toEqual([...FIELDS, 'locality-hub.birth-mother.address']);
  });

  it.each([['GRANT_TOO_LONG', 'days', '60'], ['FIELD_NEVER_SHARED', 'fields', '28']] as const)('keeps what was typed and says %s at its field', (code, field, days) => {
    const html = rendered(grantPage({ grant: grant({ side: 'shared', allowedCommands: ['grant', 'refuse'] }), fields: FIELDS, decides: true, key: 'k', form: { ...EMPTY_GRANT, fields: [FIELDS[0]!], days }, problem: { ...problem(code, 'No.', field), rule: 'regional-hub.10' } }), manager);
    expect(wordsOf(html)).toContain(code);
    expect([html.includes(`href="#${field}"`), html.includes(`value="${days}"`), html.includes(`value="${FIELDS[0]!}" checked`), faultsOf(html)]).toEqual([true, true, true, []]);
  });

  it('tells another council’s manager whose it is to decide, with the code', () => {
    const html = rendered(grantPage({ grant: grant({ mine: false }), fields: [], decides: true, key: 'k' }), personAs('team-manager', 'E06000021'));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Only a team manager of Shropshire decides this: it is their child. GRANT_BY_WRONG_AUTHORITY');
    expect(html).not.toContain('/give');
  });

  it('can be ended early by who gave it', () => {
    const html = rendered(grantPage({ grant: grant({ ...granted, side: 'shared', allowedCommands: ['revoke'] }), fields: [], decides: true, key: 'k' }), manager);
    expect([html.includes(`action="/region/sharing/grants/${uuid(41)}/end"`), faultsOf(html)]).toEqual([true, []]);
    expect(wordsOf(html)).toContain('What is shared First name and Age in years Decided by Ruth Penhallow, on Monday 5 October 2026');
  });

  it('shows a form to those who may send it, and to others why not', () => {
    expect(() => onlyFor(worker, 'profile:request')).not.toThrow();
    expect(() => onlyFor(officer, 'profile:request')).toThrow('PROFILE_NOT_FOR_ROLE');
    expect(() => onlyFor(worker, 'sharing-agreement:draft')).toThrow('403 AGREEMENT_DRAFT_NOT_FOR_ROLE');
  });

  it.each([['locality-social-worker', true, false], ['team-manager', true, true], ['data-protection-officer', true, true], ['performance-officer', false, false], ['slt-member', false, false]] as const)(
    'leads %s to them: %s; to all of the council: %s', (role, sees, all) => expect([seesGrants(personAs(role)), seesCouncilsGrants(personAs(role))]).toEqual([sees, all]));
});

describe('a shared profile', () => {
  it('stands under the words of who shares it and until when; the name is in the page and not in the title', () => {
    const html = rendered(profilePage(child({
      firstName: 'Rowan', age: 6, sex: 'M', ethnicGroup: 'white', siblings: 2, placement: 'own-carer', needs: { disabilities: ['HEAR'], reasons: ['sibling-group'] },
      plan: { primary: 'adoption', parallels: ['long-term-foster-in-house'], agreedOn: LocalDate('2026-09-01') }, education: { status: 'enrolled', planReviewedOn: null }, health: { assessedOn: LocalDate('2026-06-02'), dentistOn: null },
    }), uuid(41)), worker);
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('<title>Profile of TRK-7F3K-9Q - Permanence</title>');
    for (const words of ['Shared by Shropshire until Monday 2 November 2026', 'First name Rowan', 'Age in years 6', 'Boy or girl Boy', 'Brothers and sisters 2 brothers or sisters', "The council's own foster carers", 'Hearing, To live with brothers or sisters', 'Adoption, beside it long-term fostering, agreed 1 September 2026', 'Has a place', 'Health assessment 2 June 2026']) expect(wordsOf(html)).toContain(words);
  });

  it('shows what was granted and not a word about what was not, or what is not recorded as such', () => {
    const words = wordsOf(rendered(profilePage(child({ age: 0, siblings: 0, plan: null, health: null }), uuid(41)), worker));
    expect(words).toContain('Age in years Under 1 Brothers and sisters None known Plan in outline No plan is agreed Health in outline Not recorded');
    expect(words).not.toMatch(/First name|Boy or girl|School/);
  });

  it.each([
    [undefined, 'You have not asked for it.', '/region/tracker/TRK-7F3K-9Q/profile/ask'], [grant(), 'You asked for it on Monday 5 October 2026. Shropshire has not answered yet.', `/region/sharing/grants/${uuid(41)}`],
    [grant({ ...granted, state: 'ended', endedHow: 'expired', endedOn: LocalDate('2026-11-03') }), 'Ran out on 3 November 2026. If you still need it, ask Shropshire again.', '/region/tracker/TRK-7F3K-9Q/profile/ask'],
  ] as const)('is closed without a grant in force, with a way on', (last, sentence, href) => {
    const view = notSharedPage('TRK-7F3K-9Q', last);
    const html = rendered(view, worker);
    expect([view.status, faultsOf(html), html.includes(`href="${href}"`)]).toEqual([403, [], true]);
    expect(wordsOf(html)).toContain(sentence);
  });

  it.each([['locality-hub.profile.ethnicGroup', 'Broad ethnic group'], ['locality-hub.care-leaver.inTouch', 'Care leaver: in touch']])('says %s in words', (name, words) => expect(fieldWords(name)).toBe(words));
});
