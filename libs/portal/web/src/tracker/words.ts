import type { Month } from '@permanence/kernel/values';
import type { SearchStage, TrackedPlan, TrackerDetails, TrackerSort, TrackerStatus } from '../api/tracker.js';
import { monthYear } from '../words/dates.js';
import { counted } from '../words/numbers.js';
import { nextStepWords } from '../words/permanence.js';

/** The tracker in the words that pages show; codes never show. */
export const STATUS_WORDS: Readonly<Record<TrackerStatus, string>> = {
  'entered-care': 'In care, no plan yet', 'plan-changed': 'Plan changed', 'plan-agreed': 'Plan agreed', 'family-finding': 'Family finding', matched: 'Matched', placed: 'Placed', 'permanence-achieved': 'Permanence reached', 'left-care': 'Left care',
};
export const PLAN_WORDS: Readonly<Record<TrackedPlan, string>> = {
  'return-home': 'Return home', adoption: 'Adoption', 'special-guardianship': 'Special guardianship', 'child-arrangements': 'Child arrangements order', 'long-term-fostering': 'Long-term fostering', other: 'Another plan',
};
export const STAGE_WORDS: Readonly<Record<SearchStage, string>> = { 'early-identification': 'Known early', 'active-search': 'Active search', stuck: 'Stuck', resolved: 'Family found' };
export const REASON_WORDS: Readonly<Record<string, string>> = { 'age-5-plus': 'Aged 5 or over', 'sibling-group': 'With brothers or sisters', disability: 'Disabled', bme: 'Heritage' };
export const SORT_WORDS: Readonly<Record<TrackerSort, string>> = { waiting: 'longest in the status first', next: 'by next step, earliest first', entered: 'longest in care first' };

const BANDS: Readonly<Record<string, string>> = { 'under-1': 'Under 1', '1-4': '1 to 4', '5-9': '5 to 9', '10-15': '10 to 15', '16-17': '16 or 17', '18-and-over': '18 or over' };
const HOMES: Readonly<Record<string, string>> = { 'own-carer': 'Council\'s foster carers', agency: 'Agency foster carers', relative: 'Family or friends', adopters: 'Adopters', 'children-home': 'Children\'s home', other: 'Another kind of home' };
const GROUPS: Readonly<Record<string, string>> = { white: 'White', mixed: 'Mixed', asian: 'Asian', black: 'Black', other: 'Another group', 'not-known': 'Not known' };
const SEXES: Readonly<Record<string, string>> = { M: 'Boy', F: 'Girl', U: 'Not known' };

const said = (words: Readonly<Record<string, string>>, code: string | null): string => (code === null ? 'not recorded' : (words[code] ?? code.replaceAll('-', ' ')));

export const ageBandWords = (band: string | null): string => said(BANDS, band);
export const homeWords = (kind: string | null): string => said(HOMES, kind);
export const groupWords = (group: string | null): string => said(GROUPS, group);
export const sexWords = (sex: string | null): string => said(SEXES, sex);
export const reasonWords = (reason: string): string => said(REASON_WORDS, reason);
/** `5 to 9, born March 2020`. */
export const ageWords = ({ ageBand, birthMonth }: Pick<TrackerDetails, 'ageBand' | 'birthMonth'>): string => (birthMonth === null ? 'Age not recorded' : `${ageBandWords(ageBand)}, born ${monthYear(birthMonth as Month)}`);
export const siblingWords = (siblings: number | null): string => (siblings === null || siblings < 2 ? 'None to be placed with' : `${counted(siblings, 'child', 'children')} together`);
/** What is to be done next. */
export const nextWords = (code: string): string => (code === 'plan' ? 'Agree a plan' : nextStepWords(code));
