import { LocalDate, daysBetween } from '@permanence/kernel/values';
import { endWords, legalWords, missingWords, moduleWords, participationWords, placementWords, planEndedWords, workerReasonWords } from '../../words/codes.js';
import { fullDate } from '../../words/dates.js';
import { counted, sentence } from '../../words/numbers.js';
import { RECORD_SAYINGS } from './record-sayings.js';
import { type Data, type EntryWords, type Say, joined, text } from './said.js';

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const careStarted: Say = (data) => ({
  what: data['startKnown'] === false ? 'In care on this day, or before it' : 'Came into care',
  text: joined(legalWords(text(data, 'legalStatus')), data['uasc'] === true ? 'unaccompanied' : null, typeof data['daysSinceReturn'] === 'number' ? `${counted(data['daysSinceReturn'], 'day')} after going home` : null),
});

const placementStarted: Say = (data) => ({
  what: `Moved to ${lower(placementWords(text(data, 'placementType'), text(data, 'provider')))}`,
  text: joined(
    data['sameCarer'] === true ? 'the same carers as before' : null, data['outOfArea'] === true ? 'outside the council\'s area' : null,
    typeof data['distanceMiles'] === 'number' ? `${data['distanceMiles'].toFixed(1)} miles from home` : null,
  ),
});

const placementEnded: Say = (data) => {
  const reason = text(data, 'reasonPlacementChange');
  return { what: `Left ${lower(placementWords(text(data, 'placementType'), null))}`, text: joined(reason === null ? 'why it ended is not recorded' : endWords(reason), data['endKind'] === 'unplanned-by-carer' ? 'unplanned' : null) };
};

const reviewHeld: Say = (data) => {
  const [due, held, next] = [text(data, 'dueOn'), text(data, 'heldOn'), text(data, 'nextDueOn')];
  const days = due === null || held === null ? null : daysBetween(LocalDate(due), LocalDate(held));
  const onTime = days === null ? '' : days > 0 ? `, ${counted(days, 'day')} late` : ', on time';
  return { what: `Review held${onTime}`, text: joined(participationWords(text(data, 'participationCode')) === 'not recorded' ? 'how the child took part is not recorded' : participationWords(text(data, 'participationCode')), next === null ? null : `next review by ${fullDate(LocalDate(next))}`) };
};

const legalChanged: Say = (data) => ({
  what: `Legal status: ${lower(legalWords(text(data, 'legalStatus')))}`,
  text: text(data, 'previousLegalStatus') === null ? null : joined(`before: ${lower(legalWords(text(data, 'previousLegalStatus')))}`),
});

const allocated: Say = (data) => ({
  what: 'Social worker allocated',
  text: joined(text(data, 'workerName') ?? text(data, 'swRegistration'), text(data, 'changeReason') === null ? null : workerReasonWords(text(data, 'changeReason'))),
});

const FACTS: Readonly<Record<string, string>> = {
  'adoption.should-be-placed-decided': 'Decided that the child should be placed for adoption', 'adoption.plan-changed-away': 'The plan changed away from adoption', 'adoption.court-authority-obtained': 'Placement order in force',
  'adoption.court-authority-ended': 'Placement order ended', 'adoption.match-decided': 'Matched with adopters', 'adoption.child-placed': 'Placed with adopters', 'adoption.placement-ended': 'Placement with adopters ended', 'adoption.order-made': 'Adoption order made',
};
/** A fact of adoption as the files tell it. */
export const adoptionWords = (fact: string): string => FACTS[fact] ?? 'Adoption';

const outsideFact: Say = (data) => ({
  what: adoptionWords(text(data, 'fact') ?? ''),
  text: joined(text(data, 'reason') === null ? null : planEndedWords(text(data, 'reason')), data['placedOutsideAuthority'] === true ? 'outside the council\'s area' : null),
});

const SAYINGS: Readonly<Record<string, Say>> = {
  ...RECORD_SAYINGS,
  'locality-hub.care-period-started': careStarted,
  'locality-hub.care-period-ended': (data) => ({ what: 'Left care', text: joined(endWords(text(data, 'reasonCode')) === 'not recorded' ? 'why is not recorded' : endWords(text(data, 'reasonCode'))) }),
  'locality-hub.care-episode-changed': (data) => ({ what: 'New episode in the return', text: joined(legalWords(text(data, 'legalStatus')), placementWords(text(data, 'placementType'), text(data, 'provider'))) }),
  'locality-hub.legal-status-changed': legalChanged,
  'locality-hub.placement-started': placementStarted,
  'locality-hub.placement-ended': placementEnded,
  'locality-hub.review-held': reviewHeld,
  'locality-hub.missing-episode-started': (data) => ({ what: missingWords(text(data, 'type')) === 'not recorded' ? 'Missing' : missingWords(text(data, 'type')), text: null }),
  'locality-hub.missing-episode-ended': () => ({ what: 'Found, or came back', text: null }),
  'locality-hub.social-worker-allocated': allocated,
  'locality-hub.social-worker-allocation-ended': (data) => ({ what: 'Allocation ended', text: joined(text(data, 'workerName')) }),
  'locality-hub.care-leaver-status-recorded': (data) => ({ what: typeof data['birthday'] === 'number' ? `In touch at ${String(data['birthday'])}` : 'In touch as a care leaver', text: null }),
  'locality-hub.child-updated': () => ({ what: 'Facts about the child recorded', text: null }),
  'locality-hub.outside-fact-recorded': outsideFact,
  'locality-hub.health-year-recorded': () => ({ what: 'Health in the year to this day recorded', text: null }),
  'locality-hub.child-named': () => ({ what: 'Name recorded', text: null }),
  'locality-hub.short-break-started': (data) => ({ what: 'Short break began', text: joined(legalWords(text(data, 'legalStatus'))) }),
  'locality-hub.short-break-ended': () => ({ what: 'Short break ended', text: null }),
  'locality-hub.deprivation-of-liberty-started': () => ({ what: 'An order that takes away liberty began', text: null }),
  'locality-hub.deprivation-of-liberty-ended': () => ({ what: 'An order that takes away liberty ended', text: null }),
  'locality-hub.adopters-recorded': () => ({ what: 'Facts about the adopters recorded', text: null }),
  'locality-hub.stated-row-withdrawn': (data) => ({ what: 'A row of the files withdrawn', text: joined(text(data, 'module') === null ? null : moduleWords(text(data, 'module') ?? ''), text(data, 'reason')) }),
  'locality-hub.record-restricted': (data) => ({ what: 'Record restricted', text: joined(text(data, 'reason')) }),
  'locality-hub.record-restriction-changed': (data) => ({ what: 'Who may open the restricted record changed', text: joined(text(data, 'reason')) }),
  'locality-hub.record-unrestricted': (data) => ({ what: 'Record no longer restricted', text: joined(text(data, 'reason')) }),
};

/** Whether an event has words of its own: every one that a child's chronology can hold has. */
export const hasOwnWords = (type: string): boolean => Object.hasOwn(SAYINGS, type);

/** The words for an event; one that has none of its own is said by its name. */
export const entryWords = (type: string, data: Data): EntryWords => SAYINGS[type]?.(data) ?? { what: sentence((type.split('.')[1] ?? type).replaceAll('-', ' ')), text: null };
