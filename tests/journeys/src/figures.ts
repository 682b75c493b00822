import { setTimeout as wait } from 'node:timers/promises';
import type { CouncilClient } from '@permanence/testing/region';

export type Figure = Readonly<{ id: string; authority: string; month: string; status: string; value: number | null; numerator: number | null; denominator: number | null; asKnownOn: string; provisional: boolean }>;

/** Figures follow an import's end within ten seconds. */
const MOST_MS = 10_000;

export const LOOKED_AFTER = 'cla-number-looked-after';

/** The number of children looked after, as the API has it. */
export const lookedAfter = (client: CouncilClient, authority: string, month: string, asKnownOn?: string): Promise<Figure> =>
  client.json<Figure>(`regional-hub/v1/indicators/${LOOKED_AFTER}?authority=${authority}&month=${month}${asKnownOn === undefined ? '' : `&asKnownOn=${asKnownOn}`}`);

/** Asks until the answer is as wanted, for ten seconds at most: later is too late. @returns the last answer */
export const within = async <T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> => {
  for (const begun = performance.now(); ; await wait(100)) {
    const answer = await ask();
    if (isWanted(answer) || performance.now() - begun > MOST_MS) return answer;
  }
};
