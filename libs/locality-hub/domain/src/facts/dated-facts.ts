import { derivedId } from '@permanence/kernel/values';
import type { StatedRow } from '../ssda903/modules.js';
import type { Subject } from './context.js';
import type { Fact, FactData } from './fact.js';
import { cell, dayIn, known, rowsOf } from './stated.js';
import type { Held } from './stated.js';

/** What begins and ends on a day beside the care periods: missing, workers, deprivation of liberty, short breaks. */
export const datedFacts = (subject: Subject, held: Held): Fact[] => [
  ...rowsOf(held, 'Missing').flatMap((row) => missingFacts(subject, row)),
  ...rowsOf(held, 'SWEpisodes').flatMap((row) => allocationFacts(subject, row)),
  ...rowsOf(held, 'DoLo').flatMap((row) => deprivationOfLibertyFacts(subject, row)),
  ...shortBreakFacts(subject),
];

/** M missing, A away without authorisation. The files hold the day only, never the hour. */
const missingFacts = ({ childId }: Subject, row: StatedRow): Fact[] => {
  const startedOn = dayIn(row, 'MIS_START');
  const endedOn = dayIn(row, 'MIS_END');
  if (startedOn === undefined) return [];
  const key = `missing:${startedOn}`;
  const code = cell(row, 'MISSING');
  const what = known<FactData['missing-episode-started']>({ episodeId: derivedId(childId, key), type: code === 'M' || code === 'A' ? code : undefined, startedOn });
  const started: Fact = { key, type: 'missing-episode-started', effectiveOn: startedOn, data: what };
  return endedOn === undefined ? [started] : [started, { key: `${key}:ended`, type: 'missing-episode-ended', effectiveOn: endedOn, data: { ...what, endedOn } }];
};

/** `SW_ID` is the worker's registration, not an id of ours: the service looks for the person who has it. */
const allocationFacts = ({ childId }: Subject, row: StatedRow): Fact[] => {
  const from = dayIn(row, 'SW_DECOM');
  const to = dayIn(row, 'SW_DEC');
  const swRegistration = cell(row, 'SW_ID');
  if (from === undefined || swRegistration === undefined) return [];
  const key = `worker:${swRegistration}:${from}`;
  const allocationId = derivedId(childId, key);
  const allocated: Fact = {
    key,
    type: 'social-worker-allocated',
    effectiveOn: from,
    data: known<FactData['social-worker-allocated']>({ allocationId, swRegistration, role: 'social-worker', from, changeReason: cell(row, 'SW_REASON') }),
  };
  return to === undefined ? [allocated] : [allocated, { key: `${key}:ended`, type: 'social-worker-allocation-ended', effectiveOn: to, data: { allocationId, to } }];
};

const deprivationOfLibertyFacts = ({ childId }: Subject, row: StatedRow): Fact[] => {
  const startedOn = dayIn(row, 'DOLO_START');
  const endedOn = dayIn(row, 'DOLO_END');
  if (startedOn === undefined) return [];
  const key = `deprivation-of-liberty:${startedOn}`;
  const orderId = derivedId(childId, key);
  const started: Fact = { key, type: 'deprivation-of-liberty-started', effectiveOn: startedOn, data: { orderId } };
  return endedOn === undefined ? [started] : [started, { key: `${key}:ended`, type: 'deprivation-of-liberty-ended', effectiveOn: endedOn, data: { orderId, startedOn } }];
};

/** V3 and V4: on the record, in no count (rule 5). */
const shortBreakFacts = ({ childId, timeline }: Subject): Fact[] =>
  timeline.shortBreaks.flatMap(({ decom, dec, ls, place, provider }): Fact[] => {
    const key = `short-break:${decom}`;
    const shortBreakId = derivedId(childId, key);
    const started: Fact = {
      key,
      type: 'short-break-started',
      effectiveOn: decom,
      data: known<FactData['short-break-started']>({ shortBreakId, legalStatus: ls, placementType: place, provider }),
    };
    return dec === undefined ? [started] : [started, { key: `${key}:ended`, type: 'short-break-ended', effectiveOn: dec, data: { shortBreakId, legalStatus: ls } }];
  });
