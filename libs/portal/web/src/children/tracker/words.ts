import { PERMANENCE_ROUTE_CODES, milestoneWords, nextStepWords, routeWords } from '../../words/permanence.js';

/** The council's tracker in the words that pages show. */
export const stepWords = (code: string): string => (code === 'plan-agreed' ? 'Plan agreed' : code === 'care-order' ? 'Care order' : milestoneWords(code));
export const nextWords = (code: string): string => (code === 'first-review' ? 'First review' : code === 'agree-plan' ? 'Agree a plan' : nextStepWords(code));

export const ROUTE_OPTIONS: Readonly<Record<string, string>> = Object.fromEntries(PERMANENCE_ROUTE_CODES.map((route) => [route, routeWords(route)]));

const NEXT_CODES = [
  'first-review', 'agree-plan', 'options-identified', 'family-meeting-offered', 'viability-done', 'sgo-assessment', 'care-plan-filed', 'adm-should-be-placed', 'placement-order', 'family-finding', 'match', 'placed', 'order-made', 'long-term-match', 'delegated',
] as const;
export const NEXT_OPTIONS: Readonly<Record<string, string>> = Object.fromEntries(NEXT_CODES.map((code) => [code, nextWords(code)]));

export const SETTLED_OPTIONS: Readonly<Record<string, string>> = { no: 'Not yet settled', yes: 'Settled' };

/** Questions that are asked with a tick. */
export const TICKS = { late: 'The next step is late', noPlan: 'No plan by its day', noParallel: 'No second plan', harder: 'Harder to place' } as const;
export type Tick = keyof typeof TICKS;

export const PURPOSES: Readonly<Record<string, string>> = { 'team-meeting': 'A team meeting', supervision: 'Supervision', 'planning-meeting': 'A planning meeting', inspection: 'An inspection', 'statutory-return': 'A statutory return' };
export const SORT_WORDS = { 'next-due': 'by next step, earliest first', weeks: 'by weeks in care, most first', name: 'by name' } as const;
