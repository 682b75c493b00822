import { Instant, LocalDate, Month, type TenantId } from '@permanence/kernel/values';
import type { PackLine } from '../../api/packs.js';
import { faultsOf, personAs, rendered, wordsOf } from '../../frame/page.fixture.js';
import { type MonthEndFacts, dataWorkPage } from './page.js';

const AUTHORITY = 'E10000028' as TenantId;
const OWN = { authority: AUTHORITY, name: 'Staffordshire', firstMonth: Month('2020-04'), completeTo: LocalDate('2026-10-31'), lastRecordedAt: null, yearsMissing: [] };
const OPEN: PackLine = { month: Month('2026-10'), status: 'open', dueOn: LocalDate('2026-11-13'), late: true, frozenAt: null, frozenBy: null };
const show = (found: MonthEndFacts['found']): string => rendered(dataWorkPage([], OWN, { authority: AUTHORITY, month: Month('2026-10'), today: LocalDate('2026-11-24'), now: Instant('2026-11-24T09:41:00Z'), found }), personAs('performance-officer'));

describe('month end on a performance officer\u2019s first page', () => {
  it('leads to the comments that are asked for and to the pack, which is late', () => {
    const html = show({ late: false, value: { asked: 3, pack: OPEN } });
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Month end, October 2026 Say why 3 figures moved by more than a tenth Freeze the pack 11 days late, was due Friday 13 November 2026');
    expect(html).toContain('href="/region/commentary?month=2026-10"');
    expect(html).toContain(`href="/region/packs/${AUTHORITY}/2026-10/freeze"`);
  });

  it('is not there once the pack is frozen and nothing is asked', () =>
    expect(show({ late: false, value: { asked: 0, pack: { ...OPEN, status: 'frozen', frozenAt: Instant('2026-11-12T09:00:00Z'), frozenBy: 'Tamsin Iqbal' } } })).not.toContain('Month end'));

  it('names the figures when they do not come in time', () => {
    const html = show({ late: true });
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('The figures of October 2026 could not be loaded at 9:41am. Everything else is here. Try again');
    expect(html).not.toContain('Month end');
  });
});
