import type { MilestoneCode, NextStepCode, PermanenceRoute, PlanStatus, TrackerStepCode } from '@permanence/locality-hub/domain';
import type { HarderReason } from './tracker.dto.js';

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** The codes of the list in words, for those who read it in a spreadsheet: a new code does not compile until it has some. */
export const STATUS_WORDS: Words<PlanStatus> = { none: 'No plan yet', 'options-identified': 'Options named', proposed: 'Proposed', agreed: 'Agreed', achieved: 'Achieved' };

export const ROUTE_WORDS: Words<PermanenceRoute> = {
  'return-home': 'Return home', 'connected-sgo': 'Special guardianship with family or friends', 'connected-cao': 'Child arrangements order with family or friends', adoption: 'Adoption',
  'long-term-foster-in-house': 'Long-term fostering', 'long-term-foster-ifa': 'Long-term fostering with an agency', 'sgo-by-foster-carer': 'Special guardianship by the foster carer',
  'residential-until-independence': 'A children’s home until independence', 'supported-to-independence': 'Support to independence', other: 'Another plan',
};

/** A step that was taken. */
const MILESTONE_WORDS: Words<MilestoneCode> = {
  'options-identified': 'Options named', 'family-meeting-offered': 'Family meeting offered', 'viability-done': 'Family checked', 'sgo-assessment': 'Guardians assessed', 'care-plan-filed': 'Care plan filed',
  'adm-should-be-placed': 'Should be placed', 'placement-order': 'Placement order', 'family-finding': 'Family finding', match: 'Match', placed: 'Placed', 'order-made': 'Order made', 'long-term-match': 'Long-term match', delegated: 'Delegated',
};
export const STEP_WORDS: Words<TrackerStepCode> = { ...MILESTONE_WORDS, 'plan-agreed': 'Plan agreed', 'care-order': 'Care order' };
export const NEXT_WORDS: Words<NextStepCode> = {
  'first-review': 'First review', 'agree-plan': 'Agree a plan', 'options-identified': 'Name the options', 'family-meeting-offered': 'Offer a family meeting', 'viability-done': 'Check the family', 'sgo-assessment': 'Assess the guardians',
  'care-plan-filed': 'File the care plan', 'adm-should-be-placed': 'Decide on adoption', 'placement-order': 'Ask for a placement order', 'family-finding': 'Find a family', match: 'Link with a family', placed: 'Place the child',
  'order-made': 'Ask for the order', 'long-term-match': 'Match at panel', delegated: 'Hand over to the hub',
};
export const HARDER_WORDS: Words<HarderReason> = { 'age-5-plus': 'Aged 5 or over', 'sibling-group': 'With brothers or sisters', disability: 'Disabled', bme: 'Heritage', other: 'Another reason' };
