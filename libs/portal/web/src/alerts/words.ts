import type { AlertKind } from '../api/emergency.js';

/** What an alert tells of, in words. */
export const ALERT_WORDS: Readonly<Record<AlertKind, string>> = {
  'emergency-access-opened': 'Emergency access', 'own-family-or-colleague': 'Own family, friend or colleague', 'grant-used': 'Another council, under a grant', 'restricted-record-opened': 'Restricted record opened',
};
