import { LocalDate } from '@permanence/kernel/values';
import { fullDate } from '../../words/dates.js';
import { counted } from '../../words/numbers.js';
import { milestoneWords, routeWords } from '../../words/permanence.js';
import { PLACES, placeWords, sideStateWords, sideWords } from '../plan/words.js';
import { type Say, joined, text } from './said.js';

const nextBy = (on: string | null): string | null => (on === null ? null : `the next by ${fullDate(LocalDate(on))}`);

const visit: Say = (data) => ({
  what: data['seen'] === false ? 'Visit tried, the child was not seen' : 'Visit',
  text: joined(data['seen'] === false ? null : data['seenAlone'] === true ? 'seen alone' : 'not seen alone', nextBy(text(data, 'nextDueOn'))),
});

const health: Say = (data) => ({
  what: `${data['kind'] === 'initial' ? 'First health assessment' : 'Health assessment'}${data['status'] === 'refused' ? ' refused' : ''}`,
  text: joined(text(data, 'sdqUsedId') === null ? null : 'informed by a strengths and difficulties questionnaire', nextBy(text(data, 'nextDueOn'))),
});

const END_KINDS: Readonly<Record<string, string>> = { planned: 'planned', 'unplanned-by-carer': 'unplanned, at the carer\'s request', 'unplanned-other': 'unplanned' };

const move: Say = (data) => ({
  what: data['part'] === 'end' ? 'How the home ended recorded' : 'Move recorded',
  text: joined(END_KINDS[text(data, 'endKind') ?? ''] ?? null, data['late'] === true ? 'written down late' : 'written down in time'),
});

const LEAVING_CARE: Readonly<Record<string, string>> = { eligible: 'Eligible', relevant: 'Relevant', 'former-relevant': 'Former relevant', qualifying: 'Qualifying', closed: 'Closed' };
const SCHOOL: Readonly<Record<string, string>> = { enrolled: 'At school or college', 'awaiting-place': 'Waiting for a school place', excluded: 'Excluded from school', 'home-educated': 'Taught at home' };

const planSet: Say = (data) => ({
  what: `Permanence plan agreed: ${routeWords(text(data, 'primary') ?? '').toLowerCase()}`,
  text: joined(...(data['parallels'] as readonly string[]).map((route) => `at the same time: ${routeWords(route).toLowerCase()}`)),
});

const planChanged: Say = (data) => ({ what: 'Permanence plan changed', text: joined(`it was ${routeWords(text(data, 'previousPrimary') ?? '').toLowerCase()}`) });

const named: Say = (data) => {
  const options = (data['options'] ?? []) as readonly Readonly<{ route: string; position: string }>[];
  return { what: 'Permanence options named', text: joined(...PLACES.flatMap(([place, words]) => options.filter(({ position }) => position === place).map(({ route }) => `${words}: ${routeWords(route).toLowerCase()}`))) };
};

const proposed: Say = (data) => {
  const steps = data['milestones'] as readonly object[] | undefined;
  return { what: 'Permanence plan proposed', text: steps === undefined || steps.length === 0 ? null : joined(`${counted(steps.length, 'step')} with a day`) };
};

const side: Say = (data) => ({
  what: `${sideWords(text(data, 'limb') ?? '')} side of permanence: ${sideStateWords(text(data, 'status') ?? '').toLowerCase()}`,
  text: joined(text(data, 'target') === null ? null : `to be reached: ${text(data, 'target') ?? ''}`, text(data, 'evidence') === null ? null : `what shows it: ${text(data, 'evidence') ?? ''}`),
});

/** What a council records here, in words. */
export const RECORD_SAYINGS: Readonly<Record<string, Say>> = {
  'locality-hub.characteristics-recorded': () => ({ what: 'Needs recorded', text: null }),
  'locality-hub.placement-move-recorded': move,
  'locality-hub.statutory-visit-recorded': visit,
  'locality-hub.health-assessment-completed': health,
  'locality-hub.dental-check-completed': (data) => ({ what: data['status'] === 'refused' ? 'Dental check refused' : 'Dental check', text: joined(nextBy(text(data, 'nextDueOn'))) }),
  'locality-hub.sdq-scored': (data) => ({ what: typeof data['score'] === 'number' ? `Strengths and difficulties score: ${String(data['score'])}` : 'No strengths and difficulties score', text: null }),
  'locality-hub.pep-reviewed': (data) => ({ what: data['kind'] === 'first' ? 'First education plan' : 'Education plan', text: joined(data['onTarget'] === true ? 'on target' : 'not on target') }),
  'locality-hub.education-status-changed': (data) => ({ what: SCHOOL[text(data, 'status') ?? ''] ?? 'School changed', text: null }),
  'locality-hub.leaving-care-status-changed': (data) => ({ what: `Leaving care: ${(LEAVING_CARE[text(data, 'status') ?? ''] ?? 'changed').toLowerCase()}`, text: null }),
  'locality-hub.pathway-plan-reviewed': (data) => ({ what: 'Pathway plan agreed', text: joined(nextBy(text(data, 'reviewDueOn'))) }),
  'locality-hub.permanence-options-identified': named,
  'locality-hub.permanence-option-placed': (data) => ({ what: `${routeWords(text(data, 'route') ?? '')}: ${placeWords(text(data, 'position') ?? '').toLowerCase()}`, text: joined(text(data, 'reason')) }),
  'locality-hub.permanence-plan-proposed': proposed,
  'locality-hub.permanence-plan-countersigned': () => ({ what: 'Permanence plan countersigned', text: null }),
  'locality-hub.permanence-limb-recorded': side,
  'locality-hub.permanence-plan-set': planSet,
  'locality-hub.permanence-plan-changed': planChanged,
  'locality-hub.permanence-milestone-moved': (data) => ({ what: `${milestoneWords(text(data, 'code') ?? '')}${text(data, 'doneOn') === null ? ': another day' : ''}`, text: null }),
  'locality-hub.permanence-achieved': (data) => ({ what: `Permanence: ${routeWords(text(data, 'route') ?? '').toLowerCase()}`, text: null }),
  'locality-hub.permanence-broken-down': (data) => ({ what: 'Permanence broke down', text: joined(`it was ${routeWords(text(data, 'route') ?? '').toLowerCase()}`) }),
};
