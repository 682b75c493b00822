export type Figure = Readonly<{ measure: string; what: string; value: string; goal: string; on?: string; commit?: string }>;

/** The figures among the lines that a bench printed. */
export function figuresIn(text: string): Figure[];

/** docs/performance.md. */
export function performancePage(figures: readonly Figure[], machine: string): string;
