import { REGION } from '@permanence/kernel/values';
import type { Me } from '../api/locality-hub.js';
import type { Horizon } from '../api/regional-hub.js';

/** `the region`, `Stoke-on-Trent`. */
export const placeName = (horizons: readonly Horizon[], code: string): string => (code === REGION ? 'the region' : (horizons.find(({ authority }) => authority === code)?.name ?? code));

/** `Region`, `Stoke-on-Trent`: at the head of a column, and in a list to choose from. */
export const placeHeading = (horizons: readonly Horizon[], code: string): string => (code === REGION ? 'Region' : placeName(horizons, code));

/** Whether somebody may do something for a place: their own council, or the region. */
export const mayFor = ({ capabilities, authority }: Me, capability: 'commentary:write' | 'pack:freeze', place: string): boolean => capabilities[capability] !== undefined && authority.code === place;
