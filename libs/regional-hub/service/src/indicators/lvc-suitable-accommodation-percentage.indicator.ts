import { AGE_NOTE, CARE_LEAVER, CARE_LEAVERS_WORDS, YEARLY, latestInYear } from './care-leavers.js';
import { over } from './cohort.js';
import { counted } from './indicator.js';
import { LEAVING_CARE_SOURCE } from './sources.js';

const SUITABLE = '(coalesce(t.suitable = 1, false) and c.birth_date is not null)';

export const lvcSuitableAccommodationPercentage = counted({
  definition: {
    id: 'lvc-suitable-accommodation-percentage', area: 'leaving-care', title: 'Share of care leavers in suitable accommodation', measure: 'percentage', unit: 'percent', period: 'annual', polarity: 'higher',
    numerator: 'those whose latest accommodation in the year is suitable', denominator: `${CARE_LEAVERS_WORDS}, with accommodation recorded in the year`,
    modules: ['Episodes', 'OC3'], records: { kinds: ['leaving-care'], since: 'day' }, source: LEAVING_CARE_SOURCE,
    note: `${YEARLY} Accommodation that is not known (0, R) is none recorded. ${AGE_NOTE}`,
  },
  rows: over(
    [CARE_LEAVER, latestInYear(`t.accommodation not in ('0', 'R')`)],
    `select c.day, c.child_id as case_id, c.child_id, ${SUITABLE} as in_numerator, ${SUITABLE} as in_region, t.recorded_for as happened_on,
       jsonb_build_object('status', c.status, 'accommodation', t.accommodation, 'suitable', case t.suitable when 1 then 'yes' when 2 then 'no' end) as facts
     from care_leaver c join latest_in_year t on t.day = c.day and t.child_id = c.child_id`,
  ),
  example: {
    told: (told) => {
      const leaver = (name: string) => told.child(name).born('2006-01-01').leavingCare('former-relevant', '2024-01-01');
      leaver('suitable').leaver('2026-01-01', { accommodation: 'U', suitable: 1 });
      leaver('unsuitable').leaver('2026-01-01', { accommodation: 'S', suitable: 2 });
      leaver('moved').leaver('2025-05-01', { accommodation: 'S', suitable: 2 }).leaver('2026-01-01', { accommodation: 'U', suitable: 1 });
      leaver('not said').leaver('2026-01-01', { accommodation: 'U' });
      leaver('not known').leaver('2026-01-01', { accommodation: '0' });
      leaver('not known either').leaver('2026-01-01', { accommodation: 'R', suitable: 2 });
      leaver('last year').leaver('2025-03-31', { accommodation: 'U', suitable: 1 });
      told.child('age not known').leavingCare('former-relevant', '2024-01-01').leaver('2026-01-01', { accommodation: 'U', suitable: 1 });
    },
    on: '2026-03-31', comesTo: [2, 5], children: ['moved', 'suitable'],
  },
});
