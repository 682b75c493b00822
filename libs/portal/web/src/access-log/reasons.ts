import type { AccessReason } from '../api/locality-hub.js';

/** Why a record was opened, in words. */
export const ACCESS_REASONS: Readonly<Record<AccessReason, string>> = {
  'own-case': 'Own case', team: 'The team\'s case', authority: 'Work for the whole council', named: 'Named for a restricted record', audit: 'Audit', 'data-protection': 'Data protection', import: 'After a file was loaded', indicator: 'From a figure', export: 'Taken away as a file',
};

const PARTS: Readonly<Record<string, string>> = {
  overview: 'Overview', chronology: 'Chronology', placements: 'Homes and legal status', reviews: 'Reviews', missing: 'Missing', workers: 'Workers', family: 'Family', siblings: 'Family', findings: 'Checks of the return', access: 'Who has looked', restriction: 'Restriction', 'access list': 'The list of all openings',
};
export const partWords = (part: string): string => PARTS[part] ?? part;
