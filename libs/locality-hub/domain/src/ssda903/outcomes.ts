import type { ChildOutcome, ChildUpload } from './outcome.js';

/** What one upload says of one child. Pure: the service calls it for each child of the upload, and with `uploaded: []` for each held child that a whole file leaves out. */
export type OutcomesOf = (upload: ChildUpload) => ChildOutcome;
