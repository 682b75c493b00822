import { Instant, LocalDate } from '@permanence/kernel/values';
import { alertPage } from '../alerts/alert/page.js';
import { alertsPage } from '../alerts/list/page.js';
import { myAlertsPage } from '../alerts/mine/page.js';
import type { Alert, EmergencyUse } from '../api/emergency.js';
import type { Problem } from '../api/problem.js';
import { accessPage } from '../children/access/page.js';
import { kaydensHeader } from '../children/children.fixture.js';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../frame/page.fixture.js';
import { trailOf } from '../frame/paging.js';
import { forbiddenPage, notFoundPage } from '../problems/problem/page.js';
import { emergencyHref } from './addresses.js';
import { emergencyPage } from './open/page.js';
import { reviewPage } from './review/page.js';
import { runningIn } from './running.js';
import { minutesLeft } from './use-words.js';

const NOW = Instant('2026-11-24T20:20:00.000Z');
const TODAY = LocalDate('2026-11-24');
const child = { id: uuid(7), reference: 'CH-4M9T-6R2W' };
const REASON = 'The carer rang: the child has run off with a cut hand.';
const running: EmergencyUse = { id: uuid(1), child, who: 'Owen Brackley', role: 'team-manager', reason: REASON, openedAt: Instant('2026-11-24T20:03:30.000Z'), until: Instant('2026-11-24T21:03:30.000Z'), running: true, reviewDueOn: LocalDate('2026-11-26'), review: null };
const over: EmergencyUse = { ...running, id: uuid(2), openedAt: Instant('2026-07-11T20:20:00.000Z'), until: Instant('2026-07-11T20:38:00.000Z'), running: false, reviewDueOn: LocalDate('2026-07-14'), review: { by: 'Sunil Braithe', at: Instant('2026-07-13T09:00:00.000Z'), finding: 'justified', note: 'Right call.' } };
const manager = personAs('team-manager');
const officer = personAs('data-protection-officer');
const offer = { child, ask: 'Ask Owen Brackley, team manager.', team: 'Lichfield', minutes: 60, reviewDueOn: LocalDate('2026-11-26') };
const problem = (code: string, more: Partial<Problem> = {}): Problem => ({ type: 'about:blank', title: 'Refused by a rule', status: 422, code, detail: 'It is so.', ...more });

describe('emergency access', () => {
  it('says what will happen and whom to ring before it asks why', () => {
    const html = rendered(emergencyPage({ offer, before: [over], now: NOW, key: 'k' }), manager);
    expect(faultsOf(html)).toEqual([]);
    const words = wordsOf(html);
    expect(words).toContain('Record CH-4M9T-6R2W is restricted. The Lichfield team holds it, and you are not one of the people named to see it.');
    expect(words).toContain('Ring first if you can. Ask Owen Brackley, team manager. The emergency duty team answers on 01632 960 117');
    expect(words).toContain('Someone else reviews it by Thursday 26 November 2026.');
    expect(words.indexOf('Ring first')).toBeLessThan(words.indexOf('Why do you need it now?'));
    expect(words).toContain('CH-4M9T-6R2W: Saturday 11 July 2026, 9:20pm to 9:38pm. Reviewed on Monday 13 July 2026: justified.');
    expect(html).toContain(`action="/children/${child.id}/emergency-access"`);
  });

  it('asks for the reference where nobody has said which record, and says nothing of any', () => {
    const html = rendered(emergencyPage({ offer: null, before: [], now: NOW, key: 'k' }), manager);
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('name="reference"');
    expect(wordsOf(html)).toContain('Someone else reviews it within 2 working days. The child\'s reference');
  });

  it('keeps what was typed and shows the refusal at its field, or above', () => {
    const form = { reference: 'CH-1', reason: 'Urgent' };
    const short = problem('REASON_TOO_SHORT', { rule: 'regional-hub.13.1', errors: [{ field: 'reason', sentence: 'Say why in at least 20 characters.' }] });
    const html = rendered(emergencyPage({ offer: null, before: [running], now: NOW, key: 'k', form, problem: short }), manager);
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('>Urgent</textarea>');
    expect(html).toContain('value="CH-1"');
    expect(html).toContain('href="#reason"');
    expect(wordsOf(html)).toContain('Open now, 44 minutes left.');
    const open = emergencyPage({ offer, before: [], now: NOW, key: 'k', form, problem: problem('ALREADY_OPEN') });
    expect([open.status, wordsOf(rendered(open, manager)).includes('ALREADY_OPEN')]).toEqual([422, true]);
  });

  it.each([['2026-11-24T21:03:29.000Z', 1], ['2026-11-24T21:03:30.000Z', 0], ['2026-11-24T20:03:30.000Z', 60], ['2026-11-24T22:00:00.000Z', 0]])('at %s has %d minutes left', (at, minutes) => expect(minutesLeft(running.until, Instant(at))).toBe(minutes));

  it('stands on every page until it ends, and can be ended there', () => {
    const html = rendered(notFoundPage(), manager, [runningIn(running, NOW)]);
    expect(faultsOf(html)).toEqual([]);
    expect(html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')).toContain('Record CH-4M9T-6R2W is open to you in an emergency. It shuts in 44 minutes, at 9:03pm. End now');
    expect(html).toContain(`action="/emergency-access/${running.id}/end"`);
  });

  it('is offered on the page of a restricted record, and by reference where nothing was found, to those who have it', () => {
    const restricted = problem('RECORD_RESTRICTED', { status: 403, detail: 'This record is restricted to named people. Ask Owen Brackley, team manager.' });
    const html = rendered(forbiddenPage(restricted, [{ text: 'Open it in an emergency', href: emergencyHref(child.id) }]), manager);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('you can open it for an hour');
    expect(wordsOf(rendered(forbiddenPage(restricted), officer))).not.toContain('for an hour');
    expect(rendered(notFoundPage(), officer)).not.toContain('/emergency-access');
  });

  it('is reviewed with its facts in view, once', () => {
    const html = rendered(reviewPage({ use: running, today: TODAY, key: 'k' }), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Who Owen Brackley, team manager Record CH-4M9T-6R2W When Tuesday 24 November 2026, 8:03pm to 9:03pm, open now Reason given The carer rang');
    expect(wordsOf(html)).toContain('in 2 days, Thursday 26 November 2026');
    const done = rendered(reviewPage({ use: over, today: TODAY, key: 'k' }), officer);
    expect(faultsOf(done)).toEqual([]);
    expect(done).not.toContain('name="finding"');
    expect(wordsOf(done)).toContain('Reviewed on Monday 13 July 2026: justified. By Sunil Braithe. Note Right call.');
  });

  it('asks the reviewer for a finding, and for a note where it was not justified', () => {
    const none = rendered(reviewPage({ use: running, today: TODAY, key: 'k', form: { finding: '', note: 'Hm.' }, problem: 'no-finding' }), officer);
    expect(faultsOf(none)).toEqual([]);
    expect(none).toContain('href="#finding"');
    const note = rendered(reviewPage({ use: running, today: TODAY, key: 'k', form: { finding: 'not-justified', note: '' }, problem: problem('NOTE_MISSING', { errors: [{ field: 'note', sentence: 'Say why it was not justified.' }] }) }), officer);
    expect(faultsOf(note)).toEqual([]);
    expect(note).toMatch(/value="not-justified" checked/);
    expect(wordsOf(rendered(reviewPage({ use: running, today: TODAY, key: 'k', problem: problem('REVIEW_OWN_ACCESS') }), officer))).toContain('REVIEW_OWN_ACCESS');
  });
});

describe('alerts', () => {
  const alert: Alert = { id: uuid(4), kind: 'emergency-access-opened', at: running.openedAt, child, who: { name: 'Owen Brackley', role: 'team-manager', authority: 'Staffordshire' }, emergencyAccess: running.id, read: null };
  const read: Alert = { ...alert, id: uuid(5), kind: 'own-family-or-colleague', emergencyAccess: null, read: { by: 'Sunil Braithe', at: NOW, note: 'Rang the team.' } };
  const facts = { reviews: [running, { ...over, review: null }], kind: undefined, trail: trailOf({}), today: TODAY };

  it('stand under what waits for a review, with its clock', () => {
    const html = rendered(alertsPage({ ...facts, alerts: { items: [alert, read], next: null, total: 2 } }), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Tue 24 Nov 2026, 8:03pm open now Owen Brackley team manager CH-4M9T-6R2W Review it : Owen Brackley, CH-4M9T-6R2W in 2 days, Thursday 26 November 2026');
    expect(wordsOf(html)).toContain('133 days late');
    expect(wordsOf(html)).toContain('Own family, friend or colleague Owen Brackley team manager, Staffordshire CH-4M9T-6R2W Read by Sunil Braithe');
  });

  it('say when there is nothing', () => {
    const html = rendered(alertsPage({ ...facts, reviews: [], kind: 'grant-used', alerts: { items: [], next: null, total: 0 } }), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('There are no alerts of this kind.');
  });

  it('are read one by one, with a note', () => {
    const html = rendered(alertPage({ alert, key: 'k' }), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain(`href="/emergency-access/${running.id}/review"`);
    const done = rendered(alertPage({ alert: read, key: 'k' }), officer);
    expect(faultsOf(done)).toEqual([]);
    expect(done).not.toContain('Mark as read');
    expect(wordsOf(done)).toContain('Note Rang the team.');
    expect(wordsOf(rendered(alertPage({ alert, key: 'k', note: 'x', problem: problem('REQUEST_NOT_READ') }), officer))).toContain('REQUEST_NOT_READ');
  });

  it('tell a worker who opened a record of their children', () => {
    const html = rendered(myAlertsPage({ items: [alert], next: 'more' }));
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain(`href="/children/${child.id}/access"`);
    expect(faultsOf(rendered(myAlertsPage({ items: [], next: null })))).toEqual([]);
  });

  it('who has looked: a colleague by role and team', () => {
    const html = rendered(accessPage({ child: kaydensHeader, items: [{ at: NOW, who: null, role: 'team-manager', team: 'Moorlands', authority: 'Staffordshire', part: 'emergency access', why: 'emergency' }], next: null, total: 1 }, TODAY, trailOf({})));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Team manager Moorlands team, Staffordshire Opened in an emergency Emergency access');
  });
});
