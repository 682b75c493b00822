import { over } from './cohort.js';
import { WAITING } from './cohorts.js';
import { HARDER_TO_PLACE, NEEDS, REASONS_NOTE, hardToPlace } from './harder-to-place.js';
import { counted } from './indicator.js';
import { ADOPTION_SOURCE } from './sources.js';

export const adoHardToPlaceWaiting = counted({
  definition: {
    id: 'ado-hard-to-place-waiting', area: 'adoption', title: 'Harder-to-place children waiting to be placed', measure: 'count', unit: 'children', period: 'month-end', polarity: 'lower',
    numerator: `children waiting to be adopted at the end of the month who are then ${HARDER_TO_PLACE}`, denominator: null,
    modules: ['Episodes', 'PlacedAdoption'], records: { kinds: ['disability'], since: 'day' }, source: ADOPTION_SOURCE, note: REASONS_NOTE,
  },
  rows: over(
    [WAITING, ...NEEDS],
    `select w.day, w.child_id as case_id, w.child_id, true as in_numerator, true as in_region, w.decided_on as happened_on,
       jsonb_build_object('reasons', array_to_string(hard.reasons, ', '), 'daysWaiting', w.day - w.decided_on) as facts
     from waiting w ${hardToPlace('w.child_id', 'w.day')} where cardinality(hard.reasons) > 0`,
  ),
  example: {
    told: (told) => {
      const waiting = (name: string, born: string) => {
        const child = told.child(name).born(born);
        child.step('adoption.should-be-placed-decided', '2026-02-01');
        return child;
      };
      waiting('5 on D', '2021-09-30');
      waiting('5 tomorrow', '2021-10-01');
      waiting('disabled', '2024-01-01').is({ disabilityCodes: ['HEAR'] }, '2026-09-30');
      waiting('disabled from tomorrow', '2024-01-01').is({ disabilityCodes: ['HEAR'] }, '2026-10-01');
      const noLonger = waiting('siblings no longer', '2024-01-01');
      noLonger.is({ harderToPlaceReasons: ['sibling-group'] }, '2026-02-01');
      noLonger.is({ harderToPlaceReasons: [] }, '2026-08-01');
      waiting('placed', '2015-01-01').step('adoption.child-placed', '2026-09-01');
      waiting('Asian', '2024-01-01').is({ ethnicityCode: 'APKN' }, '2024-01-01');
      waiting('refused to say', '2024-01-01').is({ ethnicityCode: 'REFU' }, '2024-01-01');
    },
    on: '2026-09-30', comesTo: [3, 3], children: ['5 on D', 'Asian', 'disabled'],
  },
});
