import { LocalDate, type TenantId } from '@permanence/kernel/values';
import type { ChildHeader, ChildRow, ClockRule } from '../api/locality-hub.js';
import { uuid } from '../frame/page.fixture.js';

export const TODAY = LocalDate('2026-11-24');
const day = LocalDate;

const CARE_PLANNING = 'Care Planning, Placement and Case Review (England) Regulations 2010';

export const CLOCKS: readonly ClockRule[] = [
  { id: 'C13', interval: 'The first review is due within 20 working days of the child becoming looked after.', starts: 'the child becomes looked after', meets: 'the first review is held', source: `${CARE_PLANNING}, SI 2010/959, regulation 33(1)`, certainty: 'verified-secondary', workingDays: true },
  { id: 'C15', interval: 'Each later review is due within 6 months of the one before.', starts: 'the second or a later review is held', meets: 'the next review is held', source: `${CARE_PLANNING}, SI 2010/959, regulation 33(2)`, certainty: 'known', workingDays: false },
];

type Child = Extract<ChildRow, { kind: 'child' }>;

/** An invented child of the list; `due` is the day of the next review. */
export const childRow = (number: number, more: Partial<Child> & Readonly<{ due?: string }> = {}): Child => ({
  kind: 'child', id: uuid(number), reference: `CH-7F3K-${String(number)}Q`, councilCode: `44719${String(number)}`, name: { forename: 'Bryony', surname: `Castell-${String(number)}` }, born: day('2020-03-02'), lookedAfter: true, restricted: false,
  legalStatus: 'C2', home: { placement: 'U6', provider: 'PR1', place: 'Biddulph', since: LocalDate('2024-03-11') }, worker: { id: 'w1', name: 'Nadia Ferris' }, missingSince: null,
  nextDue: more.due === undefined ? null : { clock: 'C15', dueOn: day(more.due), workingDaysLeft: null }, ...more,
});

export const kaydensHeader: ChildHeader = {
  id: uuid(7), reference: 'CH-4M9T-6R', councilCode: '4471903', authority: { code: 'E10000028' as TenantId, name: 'Staffordshire' }, name: { forename: 'Kayden', surname: 'Ashmoor' }, born: day('2018-06-09'),
  lookedAfter: true, legalStatus: 'C2', missingSince: null, restricted: false, asAt: null, allowedCommands: [],
};
