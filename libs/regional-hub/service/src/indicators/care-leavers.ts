import { type Cohort, believed } from './cohort.js';
import { BORN, DAY, yearStart } from './cohorts.js';

/** What the definitions say of CARE_LEAVERS(D) and of those whose age is not known. */
export const CARE_LEAVERS_WORDS = 'care leavers (eligible, relevant, former relevant or qualifying) whom the permanency hub supports, aged 18 or over';
export const AGE_NOTE = 'A young person whose birth date is not recorded stays below the line.';
export const YEARLY = 'Counted once a year, on 31 March: no other month has a figure.';

/** Statuses as care leavers, each until the next. */
const STATUS: Cohort = {
  name: 'leaving_status', needs: [],
  sql: `select l.child_id, l.status, l.unit, l.since, lead(l.since) over (partition by l.child_id order by l.since, l.known_from, l.event_id) as until from leaving_care_status l where ${believed('l')}`,
};

/** CARE_LEAVERS(D) aged 18 or over, or of an age that is not known. */
export const CARE_LEAVER: Cohort = {
  name: 'care_leaver', needs: [DAY, STATUS, BORN],
  sql: `select day.day, s.child_id, s.status, s.since, born.birth_date
        from day join leaving_status s on s.since <= day.day and (s.until is null or s.until > day.day) left join born on born.child_id = s.child_id
        where s.status in ('eligible', 'relevant', 'former-relevant', 'qualifying') and s.unit = 'permanency-hub' and (born.birth_date is null or born.birth_date + interval '18 years' <= day.day)`,
};

/** What was told of care leavers around their birthdays. */
const TOLD: Cohort = {
  name: 'told_of', needs: [],
  sql: `select c.event_id, c.child_id, c.recorded_for, c.in_touch, c.activity, c.accommodation, c.suitable, c.known_from, ${yearStart('c.recorded_for')} as year_start from care_leaver_status c where ${believed('c')}`,
};

/** The latest of what was told in the year to D that says `what`. */
export const latestInYear = (what: string): Cohort => ({
  name: 'latest_in_year', needs: [DAY, TOLD],
  sql: `select distinct on (day.day, t.child_id) day.day, t.child_id, t.recorded_for, t.activity, t.accommodation, t.suitable
        from day join told_of t on t.year_start = day.year_start and t.recorded_for <= day.day where ${what} order by day.day, t.child_id, t.recorded_for desc, t.known_from desc, t.event_id`,
});

/** The latest of what was told to D about contact, of whatever year. */
export const LATEST_CONTACT: Cohort = {
  name: 'latest_contact', needs: [DAY, TOLD],
  sql: `select distinct on (day.day, t.child_id) day.day, t.child_id, t.recorded_for, t.in_touch
        from day join told_of t on t.recorded_for <= day.day where t.in_touch is not null order by day.day, t.child_id, t.recorded_for desc, t.known_from desc, t.event_id`,
};
