export type { Branded } from './branded.js';
export { REGION, TenantId, Uuid } from './ids.js';
export { derivedId } from './derived-id.js';
export { type Clock, Instant, dayInEngland } from './clock.js';
export {
  LocalDate, Month, addDays, addMonths, addMonthsTo, ageOn, collectionWindow, collectionYearOf, dayOf, daysBetween, financialYearStart, monthEnd, monthOf,
} from './local-date.js';
