import type { Life } from '../life.js';
import type { Staff } from '../people/staff.js';
import { adoptedRows, placedRows } from './adoption-rows.js';
import { missingRows, restrictionRows, reviewRows, workerRows } from './care-rows.js';
import { headerRow, permanenceRows, unaccompaniedRows } from './child-rows.js';
import { episodeRows } from './episode-rows.js';
import { healthRows } from './health-rows.js';
import { leaverRows } from './leaver-rows.js';
import type { View } from './view.js';

export type Rows = (life: Life, view: View) => string[][];

/** One file of a return: its usual name, its first line, its rows child by child. */
export type Module = Readonly<{ file: string; columns: string; rows: Rows }>;

/** The modules of a collection year in the order in which councils send them (returns.md 2.2, 2.7). */
export const modulesOf = (view: View, staff: Staff): readonly Module[] => {
  const facts = factModules(view, staff);
  const header: Module = {
    file: 'header.csv',
    columns: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
    rows: (life) => (facts.some(({ rows }) => rows(life, view).length > 0) ? [headerRow(life, view)] : []),
  };
  return [header, ...facts];
};

const factModules = (view: View, staff: Staff): readonly Module[] => [
  { file: 'episodes.csv', columns: 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN', rows: episodeRows },
  { file: 'reviews.csv', columns: 'CHILD,DOB,REVIEW,REVIEW_CODE', rows: reviewRows },
  { file: 'uasc.csv', columns: 'CHILD,SEX,DOB,DUC', rows: unaccompaniedRows },
  ...(view.complete ? [{ file: 'oc2.csv', columns: HEALTH_COLUMNS, rows: healthRows }] : []),
  { file: 'oc3.csv', columns: 'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM', rows: leaverRows },
  { file: 'ad1.csv', columns: 'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR', rows: adoptedRows },
  { file: 'placed_for_adoption.csv', columns: 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED', rows: placedRows },
  { file: 'previous_permanence.csv', columns: 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM', rows: permanenceRows },
  { file: 'missing.csv', columns: 'CHILD,DOB,MISSING,MIS_START,MIS_END', rows: missingRows },
  ...(view.year >= 2024 ? [{ file: 'sw_episodes.csv', columns: 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON', rows: workerRows(staff) }] : []),
  ...(view.year >= 2027 ? [{ file: 'dolo.csv', columns: 'CHILD,DOB,DOLO_START,DOLO_END', rows: restrictionRows }] : []),
];

const HEALTH_COLUMNS =
  'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED';
