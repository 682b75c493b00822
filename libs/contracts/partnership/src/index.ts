export { AUTHORITIES, type Authority, PARTNERSHIP_NAME, isPartner, shortNameOf } from './partnership.js';
