import type { LocalDate } from '@permanence/kernel/values';
import { byEffectiveDay, factData } from '../facts/as-of.js';
import { type Fact, factsOfType } from '../facts/fact.js';
import type { RecordFactData } from '../facts/record-fact.js';

/** Why a child is harder to place at any age (kpi.json, HARD_TO_PLACE; specification 16.2). Being 5 or over is another reason, which comes from the birth date. */
export const HARD_TO_PLACE = ['sibling-group', 'disability', 'bme', 'other'] as const;
export type HardToPlace = (typeof HARD_TO_PLACE)[number];

/** 903: white British, white Irish, any other white background; refused, not yet obtained. */
const NOT_BME = new Set(['WBRI', 'WIRI', 'WOTH', 'REFU', 'NOBT']);
/** 903: the child is known to have no disability. */
const NO_DISABILITY = 'NONE';

type Characteristics = RecordFactData['characteristics-recorded'];

const last = <F extends keyof Characteristics>(recorded: readonly Characteristics[], field: F): Characteristics[F] => recorded.findLast((each) => each[field] !== undefined)?.[field];

/** What the record and the files say on a day; a thing that nobody recorded is no reason. */
export const hardToPlaceReasons = (facts: readonly Fact[], today: LocalDate): HardToPlace[] => {
  const recorded = factsOfType(facts, 'characteristics-recorded').filter(({ effectiveOn }) => effectiveOn <= today).sort(byEffectiveDay).map(({ data }) => data);
  const byHand = last(recorded, 'harderToPlaceReasons') ?? [];
  const ethnicity = factData(facts, 'child-updated')?.ethnicityCode;
  const holds: Readonly<Record<HardToPlace, boolean>> = {
    'sibling-group': byHand.includes('sibling-group'),
    disability: (last(recorded, 'disabilityCodes') ?? []).some((code) => code !== NO_DISABILITY),
    bme: ethnicity !== undefined && !NOT_BME.has(ethnicity),
    other: byHand.some((reason) => reason !== 'sibling-group'),
  };
  return HARD_TO_PLACE.filter((reason) => holds[reason]);
};
