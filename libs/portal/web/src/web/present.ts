import type { EmergencyUse } from '../api/emergency.js';
import type { Me } from '../api/locality-hub.js';
import type { Visit } from './visit.js';

/** Who a page is written for, and the emergency access that they have just now. */
export type Present = Readonly<{ me: Me | null; running: readonly EmergencyUse[] }>;

export const NOBODY: Present = { me: null, running: [] };

export const presentIn = async (visit: Visit | undefined): Promise<Present> => {
  if (visit === undefined) return NOBODY;
  const [me, running] = await Promise.all([visit.me(), visit.running()]);
  return { me, running };
};
