import type { IndicatorDefinition } from '@permanence/regional-hub/domain';
import type { Told } from '../told.fixture.js';

/** An indicator's worked example: what a council's hub publishes, and what that comes to on one day. A test tells and counts it (`examples.db.spec.ts`). */
export type Example = Readonly<{
  told: (told: Told) => void;
  on: string;
  /** Numerator and denominator. */
  comesTo: readonly [of: number, all: number];
  /** By the names that the example gives them. */
  children: readonly string[];
}>;

/**
 * One indicator, whole: what it is, and the one query that value, numerator, denominator, series and case list all come from (kpi.md convention 9).
 * Its rows: `day`, `case_id`, `child_id`, `in_numerator`, `in_region` (the same for the region's figure), `happened_on` (why it counts on that day; may be null), `facts` (jsonb, for the case list).
 * Parameters: `$1` days, `$2` as known on, `$3` authority, `$4` the partnership's authorities where the query says `partners`.
 */
export type Indicator<Id extends string = string> = Readonly<{
  definition: IndicatorDefinition & { readonly id: Id };
  rows: string;
  /** The query takes the codes of the partnership's authorities as `$4`. */
  partners?: true;
  /** The denominator on `asked.day` where it is not the number of rows: one whole number, in SQL. */
  denominator?: string;
  example?: Example;
}>;

/** An indicator under its own name. */
export const counted = <const Id extends string>(indicator: Indicator<Id>): Indicator<Id> => indicator;
