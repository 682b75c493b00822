import type { PlanCommand, PlanPath } from '../../api/plan.js';
import { milestoneWords, routeWords } from '../../words/permanence.js';

/** Something to choose: its code, and its words. */
export type Worded = readonly (readonly [code: string, words: string])[];

const worded = (codes: readonly string[], words: (code: string) => string): Worded => codes.map((code) => [code, words(code)]);
const wordsIn = (all: Worded) => (code: string): string => all.find(([each]) => each === code)?.[1] ?? code;

/** Routes that every plan gives a place to, and those that some plans do. */
export const USUAL_ROUTES = worded(['return-home', 'connected-sgo', 'connected-cao', 'adoption', 'long-term-foster-in-house', 'long-term-foster-ifa'], routeWords);
export const OTHER_ROUTES = worded(['sgo-by-foster-carer', 'residential-until-independence', 'supported-to-independence', 'other'], routeWords);
export const ROUTES: Worded = [...USUAL_ROUTES, ...OTHER_ROUTES];

export const STEPS = worded(
  ['options-identified', 'family-meeting-offered', 'viability-done', 'sgo-assessment', 'care-plan-filed', 'adm-should-be-placed', 'placement-order', 'family-finding', 'match', 'placed', 'order-made', 'long-term-match', 'delegated'], milestoneWords,
);

export const PLACES: Worded = [['primary', 'Main plan'], ['parallel', 'Second plan, worked on now'], ['contingency', 'Fall-back plan'], ['ruled-out', 'Ruled out']];
export const placeWords = wordsIn(PLACES);

export const SIDES: Worded = [['emotional', 'Emotional'], ['physical', 'Physical'], ['legal', 'Legal']];
export const sideWords = wordsIn(SIDES);
const SIDE_HINTS: Readonly<Record<string, string>> = {
  emotional: 'Who the child can count on, now and as an adult.', physical: 'Where the child lives, and that it can last.', legal: 'Who has the right to decide for the child, and by which order.',
};
/** What one side of permanence is about. */
export const sideHint = (side: string): string => SIDE_HINTS[side] ?? '';

export const SIDE_STATES: Worded = [['not-started', 'Not started'], ['in-progress', 'In progress'], ['achieved', 'Reached']];
export const sideStateWords = wordsIn(SIDE_STATES);

export const CHANGE_REASONS: Worded = [
  ['assessment', 'An assessment'], ['childs-needs', 'What the child needs'], ['childs-wishes', 'What the child wants'], ['family-circumstances', 'Something in the family'], ['court-decision', 'A decision of the court'], ['placement-changed', 'The child moved'], ['other', 'Something else'],
];
export const ADOPTION_ENDS: Worded = [['RD1', 'The child\'s needs changed'], ['RD2', 'The court made no placement order'], ['RD3', 'No adopters were found'], ['RD4', 'Another reason']];
export const CAUSES: Worded = [['placement-ended', 'The child left the home that was to last'], ['order-ended', 'The order came to an end']];

/** What a person may do with a plan: where, and how the link reads. */
export const COMMANDS: Readonly<Record<PlanCommand, Readonly<{ path: PlanPath; words: string }>>> = {
  identifyOptions: { path: 'options', words: 'Name the options' }, placeOption: { path: 'option', words: 'Give one option another place' }, proposePlan: { path: 'proposal', words: 'Propose the plan' },
  countersign: { path: 'countersignature', words: 'Countersign the proposal' }, agreeAtReview: { path: 'agreement', words: 'Record that a review agreed it' }, changePlan: { path: 'change', words: 'Change the plan' },
  setMilestone: { path: 'milestone', words: 'Add a step' }, recordLimb: { path: 'limb', words: 'Record how far one side is' }, breakDown: { path: 'breakdown', words: 'Record that it broke down' },
};
