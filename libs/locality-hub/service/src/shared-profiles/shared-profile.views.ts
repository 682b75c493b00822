import { type LocalDate, ageOn } from '@permanence/kernel/values';
import type { ProfileDto } from './shared-profile.dto.js';
import type { ProfileLine, ToldFact, ToldType } from './shared-profile.store.js';

type Of<T extends ToldType> = Extract<ToldFact, { type: T }>;
type Known = Readonly<{ line: ProfileLine; told: readonly ToldFact[]; today: LocalDate }>;

const all = <T extends ToldType>(told: readonly ToldFact[], type: T): Of<T>[] => told.filter((fact): fact is Of<T> => fact.type === type);

const BROAD: Readonly<Record<string, ProfileDto['ethnicGroup']>> = { W: 'white', M: 'mixed', A: 'asian', B: 'black', C: 'asian', O: 'other' };

/** 903 codes of PLACE by the kind of home, in outline. */
const KINDS: readonly (readonly [kind: NonNullable<ProfileDto['placement']>, codes: readonly string[]])[] = [
  ['relative', ['U1', 'U2', 'U3']], ['adopters', ['A3', 'A4', 'A5', 'A6']], ['parents', ['P1']], ['home', ['K1', 'K2', 'K3', 'H5', 'R1', 'S1']],
];
const FOSTER = ['U4', 'U5', 'U6'];

const placementOf = ({ placement, provider }: ProfileLine): ProfileDto['placement'] => {
  if (placement === null) return null;
  if (FOSTER.includes(placement)) return provider === 'PR1' ? 'own-carer' : 'agency-carer';
  return KINDS.find(([, codes]) => codes.includes(placement))?.[0] ?? 'other';
};

const needsOf = (told: readonly ToldFact[]): ProfileDto['needs'] => {
  const stated = all(told, 'characteristics-recorded').map(({ data }) => data);
  const [disabilities, reasons] = [stated.findLast(({ disabilityCodes }) => disabilityCodes)?.disabilityCodes, stated.findLast(({ harderToPlaceReasons }) => harderToPlaceReasons)?.harderToPlaceReasons];
  return disabilities === undefined && reasons === undefined ? null : { disabilities: [...(disabilities ?? [])], reasons: [...(reasons ?? [])] };
};

/** A plan that is being replaced is none until another is agreed. */
const planOf = (told: readonly ToldFact[]): ProfileDto['plan'] => {
  const last = told.findLast((fact): fact is Of<'permanence-plan-set'> | Of<'permanence-plan-changed'> => fact.type === 'permanence-plan-set' || fact.type === 'permanence-plan-changed');
  return last?.type === 'permanence-plan-set' ? { primary: last.data.primary, parallels: [...last.data.parallels], agreedOn: last.data.agreedOn } : null;
};

const educationOf = (told: readonly ToldFact[]): ProfileDto['education'] => {
  const [status, plan] = [all(told, 'education-status-changed').at(-1)?.data.status, all(told, 'pep-reviewed').at(-1)?.data.heldOn];
  return status === undefined && plan === undefined ? null : { status: status ?? null, planReviewedOn: plan ?? null };
};

const healthOf = (told: readonly ToldFact[]): ProfileDto['health'] => {
  const assessed = all(told, 'health-assessment-completed').findLast(({ data }) => data.status === 'completed')?.data.heldOn;
  const dentist = all(told, 'dental-check-completed').findLast(({ data }) => data.status === 'completed')?.data.checkedOn;
  return assessed === undefined && dentist === undefined ? null : { assessedOn: assessed ?? null, dentistOn: dentist ?? null };
};

/** How each field of the agreement is made of what the record holds. What it does not hold is null. */
const MADE: { readonly [F in keyof ProfileDto]-?: (known: Known) => ProfileDto[F] } = {
  firstName: ({ line }) => line.forename,
  age: ({ line, today }) => (line.birthDate === null ? null : ageOn(line.birthDate, today)),
  sex: ({ line }) => line.sex,
  ethnicGroup: ({ line }) => (line.ethnicity === null ? null : (BROAD[line.ethnicity.charAt(0)] ?? null)),
  siblings: ({ line }) => line.siblings,
  placement: ({ line }) => placementOf(line),
  needs: ({ told }) => needsOf(told),
  plan: ({ told }) => planOf(told),
  education: ({ told }) => educationOf(told),
  health: ({ told }) => healthOf(told),
};

const PROFILE = 'locality-hub.profile.';

/** The fields that were granted, and no others: whatever is not named in a grant is not even made. */
export const profileOf = (known: Known, granted: readonly string[]): ProfileDto =>
  Object.fromEntries(Object.entries(MADE).filter(([field]) => granted.includes(`${PROFILE}${field}`)).map(([field, make]) => [field, make(known)])) as ProfileDto;
