import { type Cohort, believed } from './cohort.js';
import { BORN } from './cohorts.js';

/** What the definitions say of the four reasons. */
export const HARDER_TO_PLACE = 'aged 5 or over, to be placed with brothers or sisters, disabled, or of an ethnic group other than WBRI, WIRI, WOTH, REFU and NOBT';
export const REASONS_NOTE = 'Brothers and sisters, and a council’s own reasons, count as the record states them. A child of whom age, disability or ethnic group is not recorded does not count for it.';

/** Children's ethnic groups; the newest that anybody stated. */
const ETHNIC_GROUP: Cohort = {
  name: 'ethnic_group', needs: [],
  sql: `select distinct on (c.child_id) c.child_id, c.ethnicity from child c where ${believed('c')} and c.ethnicity is not null order by c.child_id, c.known_from desc, c.event_id`,
};

/** What was stated of a child from a day on, until something else was. */
const stated = (name: string, column: string): Cohort => ({
  name, needs: [],
  sql: `select c.child_id, c.${column}, coalesce(c.stated_on, '-infinity') as since, lead(c.stated_on) over (partition by c.child_id order by c.stated_on nulls first, c.known_from, c.event_id) as until
        from child c where ${believed('c')} and c.${column} is not null`,
});

const DISABILITY = stated('disability', 'disability_codes');
const STATED_REASONS = stated('stated_reasons', 'harder_reasons');

/** The day since which the council records disability and reasons; null while it does not. */
export const RECORDED_SINCE: Cohort = { name: 'recorded_since', needs: [], sql: `select min(k.kept_from) as since from kept_record k where ${believed('k')} and 'disability' = any(k.kinds)` };

/** What HARD_TO_PLACE is told from. */
export const NEEDS: readonly Cohort[] = [BORN, ETHNIC_GROUP, DISABILITY, STATED_REASONS];

/**
 * Joins to a set of children `hard.reasons`, an array that is empty for a child who is not HARD_TO_PLACE.
 * @param on the day for which age is asked. `statedOn`: that for which disability and stated reasons are.
 */
export const hardToPlace = (child: string, on: string, statedOn = on): string => `
  left join born on born.child_id = ${child}
  left join ethnic_group on ethnic_group.child_id = ${child}
  left join disability on disability.child_id = ${child} and disability.since <= ${statedOn} and (disability.until is null or disability.until > ${statedOn})
  left join stated_reasons on stated_reasons.child_id = ${child} and stated_reasons.since <= ${statedOn} and (stated_reasons.until is null or stated_reasons.until > ${statedOn})
  cross join lateral (select array_remove(array[
      case when born.birth_date + interval '5 years' <= ${on} then 'age-5-plus' end,
      case when cardinality(array_remove(disability.disability_codes, 'NONE')) > 0 then 'disability' end,
      case when ethnic_group.ethnicity not in ('WBRI', 'WIRI', 'WOTH', 'REFU', 'NOBT') then 'bme' end], null) || coalesce(stated_reasons.harder_reasons, '{}') as reasons) hard`;
