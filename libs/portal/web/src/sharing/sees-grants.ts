import type { Me } from '../api/locality-hub.js';

/** Who has a part in grants: those who ask, those who decide, and the data protection officer. */
export const seesGrants = ({ capabilities, roles }: Pick<Me, 'capabilities' | 'roles'>): boolean =>
  capabilities['profile:request'] !== undefined || capabilities['profile:disclose'] !== undefined || roles.includes('data-protection-officer');
