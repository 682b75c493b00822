export type Result = Readonly<{ passed: number; failed: number; figures: readonly string[]; seconds: number; on: string; commit: string }>;

/** The reliability tests that this release shows. */
export const TABLE: readonly Readonly<{ test: string; what: string; wanted: string }>[];

/** docs/reliability.md. */
export function reliabilityPage(results: ReadonlyMap<string, Result | undefined>, machine: string): string;
