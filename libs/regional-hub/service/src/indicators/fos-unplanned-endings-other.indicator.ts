import { over } from './cohort.js';
import { DAY, STAY, inFosterCare } from './cohorts.js';
import { counted } from './indicator.js';
import { MOVED } from './record-cohorts.js';
import { FOSTERING_SOURCE } from './sources.js';

export const fosUnplannedEndingsOther = counted({
  definition: {
    id: 'fos-unplanned-endings-other', area: 'fostering', title: 'Unplanned placement endings for any other reason', measure: 'count', unit: 'placements', period: 'ytd', polarity: 'lower',
    numerator: 'foster placements (U1 to U6) that ended from 1 April to the end of the month, unplanned and not at the carer’s request', denominator: null,
    modules: ['Episodes'], records: { kinds: ['moves'], since: 'year' }, source: FOSTERING_SOURCE,
    note: 'That it ended is in the files, how it ended in the council’s record. An ending that the files call the carer’s request is counted there and not here.',
  },
  rows: over(
    [DAY, STAY, MOVED],
    `select day.day, s.stay_id as case_id, s.child_id, true as in_numerator, true as in_region, s.ended_on as happened_on,
       jsonb_build_object('placementType', s.placement_type, 'provider', s.provider, 'startedOn', s.started_on) as facts
     from day join the_stay s on s.ended_on between day.year_start and day.day join moved m on m.stay_id = s.stay_id and m.part = 'end'
     where ${inFosterCare('s')} and m.end_kind = 'unplanned-other' and s.end_kind is distinct from 'unplanned-by-carer'`,
  ),
  example: {
    told: (told) => {
      told.child('other').stay('U6', '2025-05-01', { to: '2026-04-01' }).moved('2025-05-01', 'end', '2026-04-01', { endKind: 'unplanned-other' });
      told.child('on D').stay('U4', '2025-05-01', { to: '2026-09-30' }).moved('2025-05-01', 'end', '2026-09-30', { endKind: 'unplanned-other' });
      told.child('planned').stay('U6', '2025-05-01', { to: '2026-06-01' }).moved('2025-05-01', 'end', '2026-06-01', { endKind: 'planned' });
      told.child('carer').stay('U6', '2025-05-01', { to: '2026-06-01', unplannedByCarer: true }).moved('2025-05-01', 'end', '2026-06-01', { endKind: 'unplanned-other' });
      told.child('home').stay('K2', '2025-05-01', { to: '2026-06-01' }).moved('2025-05-01', 'end', '2026-06-01', { endKind: 'unplanned-other' });
      told.child('last year').stay('U6', '2025-05-01', { to: '2026-03-31' }).moved('2025-05-01', 'end', '2026-03-31', { endKind: 'unplanned-other' });
      told.child('not recorded').stay('U6', '2025-05-01', { to: '2026-06-01' });
    },
    on: '2026-09-30', comesTo: [2, 2], children: ['on D', 'other'],
  },
});
