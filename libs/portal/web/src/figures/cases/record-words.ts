import { listed, sentence } from '../../words/numbers.js';

/** Codes of what a council records beside its files, in the words that the cases of a figure show. */
type Words = Readonly<Record<string, string>>;

const say = (words: Words) => (code: string): string => words[code] ?? code;

const REASONS: Words = { 'age-5-plus': 'aged 5 or over', 'sibling-group': 'to be placed with brothers or sisters', disability: 'disability', bme: 'ethnic group' };

/** `Aged 5 or over and disability`; a council's own reasons as it calls them. */
const reasonsWords = (reasons: string): string => sentence(listed(reasons.split(', ').map((reason) => REASONS[reason] ?? reason.replaceAll('-', ' '))));

/** The words of each fact that is a code, by the fact's name. */
export const RECORD_CODES: Readonly<Record<string, (code: string) => string>> = {
  reasons: reasonsWords,
  part: say({ start: 'the start', end: 'the end' }),
  exception: say({ weekend: 'a weekend', 'bank-holiday': 'a bank holiday', emergency: 'an emergency' }),
  status: say({ eligible: 'eligible', relevant: 'relevant', 'former-relevant': 'former relevant', qualifying: 'qualifying' }),
  inTouch: say({ YES: 'in touch', NO: 'not in touch', DIED: 'died', REFU: 'refuses contact', NREQ: 'needs no more support', RHOM: 'back home' }),
  activity: say({
    F1: 'higher education, full time', P1: 'higher education, part time', F2: 'other education, full time', P2: 'other education, part time', F3: 'training or work, full time', P3: 'training or work, part time',
    F4: 'apprenticeship, full time', P4: 'apprenticeship, part time', F5: 'other training or work, full time', P5: 'other training or work, part time',
    G4: 'none, because of illness or disability', G5: 'none, for another reason', G6: 'none, because of pregnancy or parenting',
  }),
  accommodation: say({
    B: 'with parents or relatives', C: 'residential care', D: 'semi-independent', E: 'supported lodgings', G: 'abroad', H: 'deported', K: 'ordinary lodgings', S: 'no fixed abode', T: 'foyer', U: 'independent living',
    V: 'emergency accommodation', W: 'bed and breakfast', X: 'custody', Y: 'other', Z: 'with former foster carers',
  }),
};

/** What a fact is called where its name does not say it. */
export const RECORD_LABELS: Words = {
  part: 'What changed', exception: 'Reason for more time', status: 'Care leaver', inTouch: 'Contact', checkedOn: 'Dental check on', questionnaire: 'Informed by a questionnaire',
  lastVisitOn: 'Last seen on', daysLate: 'Days late', daysWaiting: 'Days since the decision', decidedOn: 'Decision on', reasons: 'Harder to place',
};
