import { codesIn, type CodedColumn } from '../ssda903/codes.js';
import type { CollectionYear } from './collection-year.js';

const listOf = (column: CodedColumn, year: number): ReadonlySet<string> => new Set(codesIn(column, year).map(({ code }) => code));

const LISTS_SINCE = 2023;
const LETTERS_FOR_SEX_SINCE = 2025;
const SPLIT_OF_Z1_SINCE = 2026;

const SEX_AT_FIRST = listOf('SEX', LISTS_SINCE);
const SEX_NOW = listOf('SEX', LETTERS_FOR_SEX_SINCE);
const PLACE_AT_FIRST = listOf('PLACE', LISTS_SINCE);
const PLACE_NOW = listOf('PLACE', SPLIT_OF_Z1_SINCE);

/** Lists that are the same in the rules of every known year. */
export const ETHNIC = listOf('ETHNIC', LISTS_SINCE);
export const RNE = listOf('RNE', LISTS_SINCE);
export const LS = listOf('LS', LISTS_SINCE);
export const CIN = listOf('CIN', LISTS_SINCE);
export const PLACE_PROVIDER = listOf('PLACE_PROVIDER', LISTS_SINCE);
export const REC = listOf('REC', LISTS_SINCE);

const set = (codes: string): ReadonlySet<string> => new Set(codes.split(' '));

/** Temporary (T) and other (Z) placements, which have no provider. */
const PROVIDER_NOT_NEEDED_AT_FIRST = set('T0 T1 T2 T3 T4 Z1');
const PROVIDER_NOT_NEEDED_NOW = set('T0 T1 T2 T3 T4 Z11 Z12 Z13 Z14');
/** Since 2026 the check of the provider's code leaves T4 alone: seven days with a known provider may say so. */
const PROVIDER_REFUSED_NOW = set('T0 T1 T2 T3 Z11 Z12 Z13 Z14');

/** Placed for adoption: with consent or under a placement order, with the present foster carers or not. */
export const PLACED_FOR_ADOPTION = set('A3 A4 A5 A6');
export const FOSTER_PLACEMENTS = set('U1 U2 U3 U4 U5 U6');
/** Remand, police and criminal evidence, sentence: only from the age of criminal responsibility. */
export const CRIMINAL_JUSTICE = set('J1 J2 J3');
export const ADOPTED = set('E11 E12');
/** Special guardianship to former foster carers. */
export const GUARDIAN_WAS_FOSTER_CARER = set('E45 E46');
/** Died, or found to be 18 or over: nothing can follow. */
export const NOTHING_FOLLOWS = set('E2 E15');

const isBeforeSplit = ({ rulesOf }: CollectionYear): boolean => rulesOf < SPLIT_OF_Z1_SINCE;

/** The codes of SEX: numbers until the collection of 2024, letters since. */
export const sexCodes = ({ rulesOf }: CollectionYear): ReadonlySet<string> => (rulesOf < LETTERS_FOR_SEX_SINCE ? SEX_AT_FIRST : SEX_NOW);

/** The codes of PLACE that rule 146 accepts: the list of 2023 until the collection of 2025 (P2 and not yet K3, whatever the guidance of the years between said), that of 2026 since. */
export const placeCodes = (year: CollectionYear): ReadonlySet<string> => (isBeforeSplit(year) ? PLACE_AT_FIRST : PLACE_NOW);

/** Placements for which a missing provider is right. */
export const placesWithoutProvider = (year: CollectionYear): ReadonlySet<string> => (isBeforeSplit(year) ? PROVIDER_NOT_NEEDED_AT_FIRST : PROVIDER_NOT_NEEDED_NOW);

/** Placements beside which a provider is wrong. */
export const placesRefusingProvider = (year: CollectionYear): ReadonlySet<string> => (isBeforeSplit(year) ? PROVIDER_NOT_NEEDED_AT_FIRST : PROVIDER_REFUSED_NOW);
