import type { IndicatorDefinition, IndicatorId } from '@permanence/regional-hub/domain';

/**
 * One indicator: what it is, and the one query that value, numerator, denominator, series and case list all come from (kpi.md convention 9).
 * Its rows: `day`, `case_id`, `child_id`, `in_numerator`, `in_region` (the same for the region's figure), `happened_on` (why it counts on that day; may be null), `facts` (jsonb, for the case list).
 * Parameters: `$1` days, `$2` as known on, `$3` authority, `$4` the partnership's authorities where the query says `partners`.
 */
export type Indicator = Readonly<{
  definition: IndicatorDefinition & { id: IndicatorId };
  rows: string;
  /** The query takes the codes of the partnership's authorities as `$4`. */
  partners?: true;
}>;
