import { ServiceProblem, ServiceSilent } from '../../api/problem.js';

/** How long a part of a first page is waited for (portal.md, T1). */
export const PART_MS = 800;

/** A part that came in time, or `late`: then the page says so and goes out without it. */
export type Heard<T> = Readonly<{ late: false; value: T } | { late: true }>;

const LATE = { late: true } as const;
const SERVER_ERROR = 500;

/** A service that is silent or in trouble is late; what it refuses is an answer, and stays one. */
const isTrouble = (error: unknown): boolean => error instanceof ServiceSilent || (error instanceof ServiceProblem && error.problem.status >= SERVER_ERROR);

/** Waits for a part as long as somebody waits for a page of many parts. @throws what the service refuses */
export const heardWithin = <T>(milliseconds: number, asked: Promise<T>): Promise<Heard<T>> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(LATE), milliseconds);
    asked.then((value) => resolve({ late: false, value }), (error: unknown) => (isTrouble(error) ? resolve(LATE) : reject(error as Error))).finally(() => clearTimeout(timer));
  });
