import type { AccessReason, AccessRow } from '../api/locality-hub.js';
import type { Cell } from '../frame/table.js';
import { roleWords } from '../words/names.js';

/** Why a record was opened, in words. */
export const ACCESS_REASONS: Readonly<Record<AccessReason, string>> = {
  'own-case': 'Own case', team: 'The team\'s case', authority: 'Work for the whole council', named: 'Named for a restricted record', emergency: 'Emergency access', grant: 'Shared under a grant', audit: 'Audit', 'data-protection': 'Data protection', import: 'After a file was loaded', indicator: 'From a figure', export: 'Taken away as a file',
};

const PARTS: Readonly<Record<string, string>> = {
  overview: 'Overview', chronology: 'Chronology', placements: 'Homes and legal status', reviews: 'Reviews', plan: 'Plan for permanence', missing: 'Missing', workers: 'Workers', family: 'Family', siblings: 'Family', findings: 'Checks of the return', access: 'Who has looked', restriction: 'Restriction', 'access list': 'The list of all openings', 'emergency access': 'Opened in an emergency',
};
const SHARED = 'shared profile ';

export const partWords = (part: string): string => PARTS[part] ?? (part.startsWith(SHARED) ? `Shared profile, grant ${part.slice(SHARED.length)}` : part);

/** Who looked: by name with the role, or by role with the team where the reader does not know them by name. */
export const whoCell = ({ who, role, team, authority }: Pick<AccessRow, 'who' | 'role' | 'team' | 'authority'>): Cell =>
  who === null ? { text: capital(roleWords(role)), sub: team === null ? authority : `${team} team, ${authority}` } : { text: who, sub: `${roleWords(role)}, ${authority}` };

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
