import { Instant, LocalDate } from '@permanence/kernel/values';
import type { ChronologyEntry } from '../../api/locality-hub.js';
import { faultsOf, rendered, uuid, wordsOf } from '../../frame/page.fixture.js';
import { trailOf } from '../../frame/paging.js';
import { TODAY, kaydensHeader } from '../children.fixture.js';
import { entryWords } from './entry-words.js';
import { chronologyChoice, chronologyPage } from './page.js';

const review: ChronologyEntry = {
  id: uuid(1), type: 'locality-hub.review-held', kind: 'review', on: LocalDate('2026-06-04'), recordedAt: Instant('2026-07-01T09:00:00Z'), by: { name: 'Tamsin Iqbal', role: 'performance-officer' }, source: 'reviews_2027.csv, row 940',
  data: { dueOn: '2026-05-27', heldOn: '2026-06-04', participationCode: 'PN1', nextDueOn: '2026-12-04' },
  corrections: [{ recordedAt: Instant('2026-09-15T09:00:00Z'), by: null, withdrawn: false, source: 'reviews_2027.csv, row 950', data: { dueOn: '2026-05-27', heldOn: '2026-06-04', participationCode: 'PN6', nextDueOn: '2026-12-04' } }],
};
const page = (items: readonly ChronologyEntry[], query: { kind?: string; order?: string } = {}) =>
  chronologyPage({ chronology: { child: kaydensHeader, items, next: null, total: items.length }, today: TODAY, choice: chronologyChoice(query), trail: trailOf({}) });

describe('the chronology', () => {
  it('puts an entry under its month, says who recorded it and from which row', () => {
    const html = rendered(page([review]));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('June 2026 Review held, 8 days late Tamsin Iqbal, performance officer Thursday 4 June 2026 Reviews Was there and spoke. Next review by Friday 4 December 2026. From the council\'s files: reviews_2027.csv, row 940');
  });

  it('shows a correction inside the entry it corrects, both texts readable', () => {
    const html = rendered(page([review]));
    expect(html).toContain('<del><span class="govuk-visually-hidden">before: </span>Review held, 8 days late. Was there and spoke.');
    expect(wordsOf(html)).toContain('after: Review held, 8 days late. Was not there, told views in another way.');
  });

  it('says of a withdrawn entry that it was withdrawn', () => {
    const html = rendered(page([{ ...review, corrections: review.corrections.map((each) => ({ ...each, withdrawn: true })) }]));
    expect(wordsOf(html)).toContain('Withdrawn Tuesday 15 September 2026 by a file.');
  });

  it('keeps the name out of the title of the browser', () => {
    expect(rendered(page([review]))).toContain('<title>Chronology, K.A. CH-4M9T-6R - Permanence</title>');
  });

  it('tells an empty chronology from an empty kind', () => {
    expect(page([]).page.empty).toMatch(/^Nothing has been recorded yet/);
    expect(page([], { kind: 'missing' }).page.empty).toBe('No entry is of this kind.');
    expect(chronologyChoice({ kind: 'gossip' }).kind).toBeUndefined();
  });

  it.each([
    ['locality-hub.care-period-started', { startKnown: false, legalStatus: 'C1' }, 'In care on this day, or before it', 'Interim care order.'],
    ['locality-hub.care-period-ended', {}, 'Left care', 'Why is not recorded.'],
    ['locality-hub.legal-status-changed', { legalStatus: 'C2', previousLegalStatus: 'C1' }, 'Legal status: care order', 'Before: interim care order.'],
    ['locality-hub.placement-started', { placementType: 'U6', provider: 'PR4', sameCarer: false, outOfArea: true, distanceMiles: 12.34 }, 'Moved to agency foster carers', 'Outside the council\'s area. 12.3 miles from home.'],
    ['locality-hub.placement-ended', { placementType: 'U6', endKind: 'unplanned-by-carer', reasonPlacementChange: 'CREQB' }, 'Left foster carers', 'The carers asked, because of behaviour. Unplanned.'],
    ['locality-hub.missing-episode-started', { type: 'A' }, 'Away without authorisation', null],
    ['locality-hub.social-worker-allocated', { workerName: 'Nadia Ferris', changeReason: 'LEFTRL' }, 'Social worker allocated', 'Nadia Ferris. The worker before left.'],
    ['locality-hub.outside-fact-recorded', { fact: 'adoption.plan-changed-away', reason: 'RD3' }, 'The plan changed away from adoption', 'No adopters were found.'],
    ['locality-hub.record-restricted', { reason: 'a relative works here' }, 'Record restricted', 'A relative works here.'],
    ['locality-hub.record-unrestricted', {}, 'Record no longer restricted', null],
    ['locality-hub.stated-row-withdrawn', { module: 'Reviews', reason: 'of another child' }, 'A row of the files withdrawn', 'Reviews. Of another child.'],
    ['locality-hub.permanence-options-identified', { options: [{ route: 'adoption', position: 'ruled-out' }, { route: 'return-home', position: 'primary' }] }, 'Permanence options named', 'Main plan: return home. Ruled out: adoption.'],
    ['locality-hub.permanence-option-placed', { route: 'adoption', position: 'contingency', reason: 'his wish' }, 'Adoption: fall-back plan', 'His wish.'],
    ['locality-hub.permanence-plan-proposed', { milestones: [{ code: 'match' }] }, 'Permanence plan proposed', '1 step with a day.'],
    ['locality-hub.permanence-plan-proposed', {}, 'Permanence plan proposed', null],
    ['locality-hub.permanence-plan-countersigned', {}, 'Permanence plan countersigned', null],
    ['locality-hub.permanence-limb-recorded', { limb: 'legal', status: 'in-progress', target: 'a care order' }, 'Legal side of permanence: in progress', 'To be reached: a care order.'],
    ['locality-hub.short-break-started', { legalStatus: 'V4' }, 'Short break began', expect.stringMatching(/^Short breaks/)],
    ['locality-hub.something-new', {}, 'Something new', null],
  ])('has words for %s', (type, data, what, text) => {
    expect(entryWords(type, data)).toEqual({ what, text });
  });
});
