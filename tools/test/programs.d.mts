export type Program = Readonly<{ name: string; forWhat: string; isThere: () => boolean; debian: readonly string[]; otherwise: string }>;

export const PROGRAMS: readonly Program[];

/** Where a browser is. */
export function chromium(): string | undefined;

/** One sentence for each program that is missing. */
export function sentences(missing: readonly Program[]): readonly string[];

/** Makes sure of the programs. */
export function ensurePrograms(say: (line: string) => void, wanted?: readonly Program[]): void;
