import { type Cohort, over } from './cohort.js';
import { ADOPTED, STEP } from './cohorts.js';
import { HARDER_TO_PLACE, NEEDS, REASONS_NOTE, RECORDED_SINCE, hardToPlace } from './harder-to-place.js';
import { counted } from './indicator.js';
import { ADOPTION_SOURCE } from './sources.js';

/** Adopted children with the decision that led to it, the last one before the order, and the first day of which their needs are on record. */
const DECIDED: Cohort = {
  name: 'decided', needs: [ADOPTED, STEP, RECORDED_SINCE],
  sql: `select a.day, a.child_id, a.ordered_on, max(d.happened_on) as decided_on, greatest(max(d.happened_on), (select since from recorded_since)) as stated_on
        from adopted a join step d on d.child_id = a.child_id and d.fact = 'adoption.should-be-placed-decided' and d.happened_on <= a.ordered_on group by a.day, a.child_id, a.ordered_on`,
};

export const adoAdoptionsHardToPlace = counted({
  definition: {
    id: 'ado-adoptions-hard-to-place', area: 'adoption', title: 'Adoptions of children who are harder to place', measure: 'count', unit: 'children', period: 'ytd', polarity: 'higher',
    numerator: `children adopted from 1 April to the end of the month who, on the day of the decision that they should be placed for adoption, were ${HARDER_TO_PLACE}`, denominator: null,
    modules: ['Episodes', 'PlacedAdoption'], records: { kinds: ['disability'], since: 'year' }, source: ADOPTION_SOURCE,
    note: `Where the decision was made before the council recorded disability here, disability and stated reasons are those of the day on which it began to. A child without a decision on record is not counted. ${REASONS_NOTE}`,
  },
  rows: over(
    [DECIDED, ...NEEDS],
    `select d.day, d.child_id as case_id, d.child_id, true as in_numerator, true as in_region, d.ordered_on as happened_on,
       jsonb_build_object('reasons', array_to_string(hard.reasons, ', '), 'decidedOn', d.decided_on) as facts
     from decided d ${hardToPlace('d.child_id', 'd.decided_on', 'd.stated_on')} where cardinality(hard.reasons) > 0`,
  ),
  example: {
    told: (told) => {
      told.keeps(['disability'], '2025-10-01');
      const adopted = (name: string, born: string, decided = '2025-06-01', ordered = '2026-05-01') => {
        const child = told.child(name).born(born);
        child.step('adoption.should-be-placed-decided', decided);
        child.step('adoption.order-made', ordered);
        return child;
      };
      adopted('5 at the decision', '2020-06-01');
      adopted('4 at the decision, 5 at the order', '2020-06-02');
      adopted('disabled, told when recording began', '2023-01-01').is({ disabilityCodes: ['MOB'] }, '2025-10-01');
      adopted('disabled after the decision', '2023-01-01', '2025-11-01').is({ disabilityCodes: ['MOB'] }, '2025-11-02');
      adopted('no disability', '2023-01-01').is({ disabilityCodes: [] }, '2025-10-01');
      adopted('siblings', '2023-01-01', '2026-01-01').is({ harderToPlaceReasons: ['sibling-group'] }, '2026-01-01');
      adopted('mixed', '2023-01-01').is({ ethnicityCode: 'MWBC' }, '2023-01-01');
      adopted('Irish', '2023-01-01').is({ ethnicityCode: 'WIRI' }, '2023-01-01');
      adopted('last year', '2010-01-01', '2025-06-01', '2026-03-31');
      told.child('no decision').born('2010-01-01').step('adoption.order-made', '2026-05-01');
    },
    on: '2026-09-30', comesTo: [4, 4], children: ['5 at the decision', 'disabled, told when recording began', 'mixed', 'siblings'],
  },
});
