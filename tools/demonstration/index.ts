export { type CouncilFile, type CouncilRequest, type CouncilYear, type DemonstrationCouncil, makeCouncil } from './council.js';
export { DEMONSTRATION } from './demonstration.js';
export { makeExample } from './example.js';
export type { Worker } from './people/staff.js';
