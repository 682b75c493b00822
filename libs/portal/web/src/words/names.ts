import { type LocalDate, ageOn } from '@permanence/kernel/values';
import type { PersonName } from '../api/locality-hub.js';

type Named = Readonly<{ name: PersonName | null; reference: string }>;

/** The name, or the reference until a names file has come. */
export const displayName = ({ name, reference }: Named): string => (name === null ? reference : `${name.forename} ${name.surname}`);

/** The first name in a sentence, or "this child". */
export const firstName = ({ name }: Pick<Named, 'name'>): string => name?.forename ?? 'this child';

/** `K.A. CH-4M9T-6R`: what may stand in the browser's title. */
export const initialsAndReference = ({ name, reference }: Named): string =>
  name === null ? reference : `${name.forename.charAt(0)}.${name.surname.charAt(0)}. ${reference}`;

/** `8`, `Under 1`, `age not recorded`. */
export const ageWords = (born: LocalDate | null, today: LocalDate): string => {
  if (born === null) return 'age not recorded';
  const age = ageOn(born, today);
  return age < 1 ? 'Under 1' : String(age);
};

const ROLES: Readonly<Record<string, string>> = {
  'locality-social-worker': 'social worker', 'team-manager': 'team manager', 'performance-officer': 'performance officer', 'elected-member': 'elected member', 'data-protection-officer': 'data protection officer',
  'qa-auditor': 'quality assurance auditor', 'reviewing-officer': 'independent reviewing officer', 'information-owner': 'information owner', 'regional-head-of-operations': 'Regional Head of Operations', 'slt-member': 'senior leadership team member', 'management-board-member': 'Management Board member',
};
export const roleWords = (role: string): string => ROLES[role] ?? role.replaceAll('-', ' ');
