/** Routes of a permanence plan and its milestones in the words that a page shows; codes never show. */
type Words = Readonly<Record<string, string>>;

const ROUTES: Words = {
  'return-home': 'Return home', 'connected-sgo': 'Special guardianship with family or friends', 'connected-cao': 'Child arrangements order with family or friends', adoption: 'Adoption',
  'long-term-foster-in-house': 'Long-term fostering', 'long-term-foster-ifa': 'Long-term fostering with an agency', 'sgo-by-foster-carer': 'Special guardianship by the foster carer',
  'residential-until-independence': 'A children\'s home until independence', 'supported-to-independence': 'Support to independence', other: 'Another plan',
};
/** The codes of the routes, in the order of the business case. */
export const PERMANENCE_ROUTE_CODES: readonly string[] = Object.keys(ROUTES);
/** Where a plan leads. */
export const routeWords = (route: string): string => ROUTES[route] ?? 'Another plan';

const MILESTONES: Words = {
  'options-identified': 'Options named', 'family-meeting-offered': 'Family meeting offered', 'viability-done': 'Family checked', 'sgo-assessment': 'Guardians assessed', 'care-plan-filed': 'Care plan filed',
  'adm-should-be-placed': 'Should be placed', 'placement-order': 'Placement order', 'family-finding': 'Family finding', match: 'Match', placed: 'Placed', 'order-made': 'Order made', 'long-term-match': 'Long-term match', delegated: 'Delegated',
};
/** A step that was taken. */
export const milestoneWords = (code: string): string => MILESTONES[code] ?? 'Another step';

const NEXT: Words = {
  'options-identified': 'Name the options', 'family-meeting-offered': 'Offer a family meeting', 'viability-done': 'Check the family', 'sgo-assessment': 'Assess the guardians', 'care-plan-filed': 'File the care plan',
  'adm-should-be-placed': 'Decide on adoption', 'placement-order': 'Ask for a placement order', 'family-finding': 'Find a family', match: 'Link with a family', placed: 'Place the child', 'order-made': 'Ask for the order',
  'long-term-match': 'Match at panel', delegated: 'Hand over to the hub',
};
/** A step that is to be taken next. */
export const nextStepWords = (code: string): string => NEXT[code] ?? 'Take the next step';
