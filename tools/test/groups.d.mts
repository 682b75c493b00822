/** The part of Jest's report that is counted. */
export type JestReport = Readonly<Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests' | 'numRuntimeErrorTestSuites', number>>;

export type Group = Readonly<{ name: string; says: string; folders?: readonly string[]; usesServers?: boolean }>;

export const GROUPS: readonly Group[];

/** What a Jest run says in numbers. */
export function countsOf(report: JestReport): { passed: number; failed: number };

/** The group that a file belongs to, by its path from the root. */
export function groupOf(file: string): Group;

/** The environment of a group's tests. */
export function environmentOf(group: Group, servers: Readonly<Record<string, string>>, postgresUrl: string | undefined): Readonly<Record<string, string | undefined>>;
