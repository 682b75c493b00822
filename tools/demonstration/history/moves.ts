import { type Instant, type LocalDate, derivedId } from '@permanence/kernel/values';
import type { FactOf, StaySpan } from '@permanence/locality-hub/domain';
import { bankHolidaysOf } from '@permanence/statutory-clocks/catalogue';
import type { Random } from '../random.js';
import { type Care, type Past, shareOf, workerOn } from './past.js';
import { type Happened, timeOn } from './recording.js';

type Move = FactOf<'placement-move-recorded'>;
type EndKind = NonNullable<Move['data']['endKind']>;

const HOUR_MS = 3_600_000;

const hoursAfter = (at: Instant, hours: number): Instant => new Date(Date.parse(at) + Math.round(hours * HOUR_MS)).toISOString() as Instant;

/** Why the 24 hours may become 72: they end on a day on which nobody works (C29). */
const excuseFor = (movedAt: Instant): Move['data']['exceptionReason'] => {
  const end = hoursAfter(movedAt, 24).slice(0, 10) as LocalDate;
  const weekday = new Date(`${end}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return 'weekend';
  return bankHolidaysOf(end.slice(0, 4)).has(end) ? 'bank-holiday' : undefined;
};

/** When it was written down, and whether that was late (C28, C29). */
const recordedOf = (movedAt: Instant, inTime: boolean, random: Random): Pick<Move['data'], 'late' | 'exceptionReason'> & { recordedAt: Instant } => {
  const exceptionReason = excuseFor(movedAt);
  if (!inTime) return { late: true, recordedAt: hoursAfter(movedAt, (exceptionReason === undefined ? 25 : 73) + random.wait(random.chance(0.06) ? 400 : 40)) };
  if (exceptionReason !== undefined && random.chance(0.55)) return { late: false, exceptionReason, recordedAt: hoursAfter(movedAt, random.between(25, 70)) };
  return { late: false, recordedAt: hoursAfter(movedAt, 1 + random.next() * 22) };
};

/** Endings for which a reason of the return does not say whether they were planned; of these some came suddenly. */
const MAYBE_SUDDEN: ReadonlySet<string> = new Set(['ALLEG', 'STAND', 'APPRR', 'CLOSE', 'CHILD', 'LAREQ', 'OTHER']);

const endKindOf = (stay: StaySpan, care: Care, random: Random): EndKind => {
  if (stay.endKind === 'unplanned-by-carer') return 'unplanned-by-carer';
  const lastOfCare = stay.to === care.span.to;
  if (lastOfCare) return random.chance(care.span.reasonCode === 'E4B' ? 0.4 : 0.01) ? 'unplanned-other' : 'planned';
  return random.chance(MAYBE_SUDDEN.has(stay.reasonPlacementChange ?? '') ? 0.2 : 0.02) ? 'unplanned-other' : 'planned';
};

const moved = (past: Past, care: Care, stay: StaySpan, part: 'start' | 'end'): Happened[] => {
  const day = part === 'start' ? stay.from : stay.to;
  if (day === undefined || day < past.setting.keptFrom || day >= past.setting.today) return [];
  const random = past.random.fork('move', stay.from, part);
  const movedAt = timeOn(day, random.between(8 * 60, 20 * 60));
  const { recordedAt, ...punctual } = recordedOf(movedAt, random.chance(shareOf(past.setting, 'moves', day, [0.9, 0.97])), random);
  const { stayId } = stay.data;
  const ending = part === 'end' ? { endKind: endKindOf(stay, care, random) } : {};
  const data: Move['data'] = { moveId: derivedId(past.child.childId, `move:${stay.from}:${part}`), stayId, part, movedAt, ...punctual, ...ending };
  return [{ fact: { key: `move:${stay.from}:${part}`, type: 'placement-move-recorded', effectiveOn: day, data }, by: workerOn(past, day), recordedAt }];
};

/** The hour of each start and ending of a stay since the record is kept here, whether it was written down in time, and how a stay ended. */
export const movesOf = (past: Past): Happened[] => past.care.flatMap((care) => care.stays.flatMap((stay) => [...moved(past, care, stay, 'start'), ...moved(past, care, stay, 'end')]));

