import { type Instant, type LocalDate, type Uuid, addDays, derivedId } from '@permanence/kernel/values';
import type { Fact } from '@permanence/locality-hub/domain';
import type { RecordedFact } from '@permanence/locality-hub/service';
import type { Random, Weighted } from '../random.js';
import type { Past } from './past.js';

/** Something that happened, before anybody wrote it down. */
export type Happened = Readonly<{
  fact: Fact;
  by: Uuid;
  /** No earlier than this; the middle of the day unless said otherwise. */
  at?: Instant;
  /** When it was written down, where more depends on that; else it is drawn. */
  recordedAt?: Instant;
  /** What a slip of the pen would have said. */
  slip?: Fact;
}>;

/** 3 in 100 are written down weeks late, the others within three days. */
const DELAYS: Weighted<readonly [number, number]> = [[[0, 0], 46], [[1, 1], 29], [[2, 2], 14], [[3, 3], 8], [[14, 45], 3]];

/** 1 in 100 is put right later; more are drawn, since not everything can be told wrong and some would be put right only after today. */
const SLIPS = 0.0115;

/** A point of time on a day, by minutes after midnight (UTC). */
export const timeOn = (day: LocalDate, minutes: number): Instant =>
  `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00.000Z` as Instant;

const MORNING = 9 * 60;

const writtenOn = ({ fact, at }: Happened, random: Random): Instant => {
  const day = addDays(fact.effectiveOn, random.between(...random.weighted(DELAYS)));
  const written = timeOn(day, random.between(8 * 60, 18 * 60));
  return at !== undefined && written < at ? timeOn(addDays(day, 1), MORNING) : written;
};

/** How what happened came into the record: once, or twice where a slip was put right. What would be written down only from today on is not there yet. */
export const recorded = (happened: Happened, { child, setting, random }: Past): RecordedFact[] => {
  const { fact, by, slip } = happened;
  const draw = random.fork('written', fact.key);
  const { today, keptFrom } = setting;
  const takenOver = fact.effectiveOn < keptFrom;
  const recordedAt = takenOver ? timeOn(keptFrom, MORNING) : happened.recordedAt ?? writtenOn(happened, draw);
  if (recordedAt.slice(0, 10) >= today) return [];
  const entry = (what: Fact, when: Instant): RecordedFact => ({ fact: what, recordedAt: when, actor: by, correlationId: derivedId(child.childId, `written:${when}`) });
  if (slip === undefined || takenOver || !draw.chance(SLIPS)) return [entry(fact, recordedAt)];
  const mendedAt = timeOn(addDays(recordedAt.slice(0, 10) as LocalDate, draw.between(4, 70)), draw.between(MORNING, 17 * 60));
  return mendedAt.slice(0, 10) >= today ? [entry(fact, recordedAt)] : [entry(slip, recordedAt), entry(fact, mendedAt)];
};
