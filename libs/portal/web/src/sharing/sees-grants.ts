import type { Me } from '../api/locality-hub.js';

/** Who sees grants: whoever sees who has looked, over the council or at their own cases. */
export const seesGrants = ({ capabilities }: Pick<Me, 'capabilities'>): boolean => capabilities['access-log:read'] !== undefined;

/** Who sees those of the whole council, and so what was asked of it. */
export const seesCouncilsGrants = ({ capabilities }: Pick<Me, 'capabilities'>): boolean => capabilities['access-log:read'] === 'authority';
