/** The process that uses a data folder now, or undefined. */
export function inUseBy(folder: string): number | undefined;

/** Waits for a process that is stopping. */
export function stillInUseBy(folder: string, say: (line: string) => void): Promise<number | undefined>;
