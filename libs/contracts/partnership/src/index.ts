export { AUTHORITIES, NORTH_MIDLANDS, PARTNERSHIP_NAME, checkPartnership, isPartner, shortNameOf } from './partnership.js';
export { type Authority, type Partnership, readPartnership } from './read-partnership.js';
