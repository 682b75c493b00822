import { AGE_NOTE, CARE_LEAVER, CARE_LEAVERS_WORDS, YEARLY, latestInYear } from './care-leavers.js';
import { over } from './cohort.js';
import { counted } from './indicator.js';
import { LEAVING_CARE_SOURCE } from './sources.js';

const NEET = `t.activity in ('G4', 'G5', 'G6')`;

export const lvcNeetPercentage = counted({
  definition: {
    id: 'lvc-neet-percentage', area: 'leaving-care', title: 'Share of care leavers not in education, employment or training', measure: 'percentage', unit: 'percent', period: 'annual', polarity: 'lower',
    numerator: 'those whose latest activity in the year is none: illness or disability (G4), other circumstances (G5), or pregnancy or parenting (G6)', denominator: `${CARE_LEAVERS_WORDS}, with an activity recorded in the year`,
    modules: ['Episodes', 'OC3'], records: { kinds: ['leaving-care'], since: 'day' }, source: LEAVING_CARE_SOURCE,
    note: `${YEARLY} An activity that is not known (0) is none recorded. ${AGE_NOTE}`,
  },
  rows: over(
    [CARE_LEAVER, latestInYear(`t.activity <> '0'`)],
    `select c.day, c.child_id as case_id, c.child_id, ${NEET} as in_numerator, ${NEET} as in_region, t.recorded_for as happened_on, jsonb_build_object('status', c.status, 'activity', t.activity) as facts
     from care_leaver c join latest_in_year t on t.day = c.day and t.child_id = c.child_id`,
  ),
  example: {
    told: (told) => {
      const leaver = (name: string) => told.child(name).born('2006-01-01').leavingCare('former-relevant', '2024-01-01');
      leaver('works').leaver('2026-01-01', { activity: 'F5' });
      leaver('other circumstances').leaver('2026-01-01', { activity: 'G5' });
      leaver('works since').leaver('2025-05-01', { activity: 'G5' }).leaver('2026-01-01', { activity: 'P2' });
      leaver('parent').leaver('2025-04-01', { activity: 'G6' }).leaver('2026-01-01', { activity: '0' });
      leaver('not known').leaver('2026-01-01', { activity: '0' });
      leaver('last year').leaver('2025-03-31', { activity: 'G4' });
      told.child('17').born('2008-06-01').leavingCare('relevant', '2024-01-01').leaver('2026-01-01', { activity: 'G5' });
      told.child('council team').born('2006-01-01').leavingCare('former-relevant', '2024-01-01', 'council-team').leaver('2026-01-01', { activity: 'G5' });
    },
    on: '2026-03-31', comesTo: [2, 4], children: ['other circumstances', 'parent'],
  },
});
