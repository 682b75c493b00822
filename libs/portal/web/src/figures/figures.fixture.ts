import { Instant, LocalDate, Month, type TenantId, addMonthsTo } from '@permanence/kernel/values';
import type { Horizon, IndicatorDefinition, IndicatorFigure, MonthFigure, SeriesMonth } from '../api/regional-hub.js';

export const MONTH = Month('2026-10');
export const COUNCILS = [['E10000028', 'Staffordshire'], ['E06000021', 'Stoke-on-Trent'], ['E06000051', 'Shropshire'], ['E06000020', 'Telford & Wrekin']] as const;

export const monthFigure = (month: Month, value: number | null, more: Partial<MonthFigure> = {}): MonthFigure => ({ month, status: value === null ? 'not-held' : 'value', value, numerator: value, denominator: null, cohort: null, provisional: false, ...more });

export const seriesMonth = (month: Month, value: number | null, then: number | null = null): SeriesMonth => ({ ...monthFigure(month, value), knownThenOn: LocalDate(`${addMonthsTo(month, 1)}-14`), then: then === null ? null : monthFigure(month, then) });

/** 24 months that rise by one to `value`. */
export const history = (value: number): readonly SeriesMonth[] => Array.from({ length: 24 }, (_, at) => seriesMonth(addMonthsTo(MONTH, at - 24), value - 24 + at));

export const figure = (authority: string, value: number | null, more: Partial<IndicatorFigure> = {}): IndicatorFigure => ({
  ...monthFigure(MONTH, value), id: 'cla-number-looked-after', authority: authority as TenantId, asKnownOn: LocalDate('2026-11-24'), title: 'Children looked after', area: 'looked-after-context', measure: 'count', unit: 'children', period: 'month-end', polarity: 'context', target: null, short: null, commentaryAsked: false, commentary: null,
  history: value === null ? [] : history(value), ...more,
});

export const HORIZONS: readonly Horizon[] = [
  { authority: 'region' as TenantId, name: 'Region', firstMonth: Month('2020-04'), completeTo: LocalDate('2026-10-31'), lastRecordedAt: null, yearsMissing: [] },
  ...COUNCILS.map(([code, name], at) => ({ authority: code as TenantId, name, firstMonth: Month('2020-04'), completeTo: LocalDate('2026-10-31'), lastRecordedAt: Instant('2026-11-20T09:00:00Z'), yearsMissing: at === 2 ? [2023] : [] })),
];

export const DEFINITION: IndicatorDefinition = { numeratorWords: 'Children looked after at the end of the day', denominatorWords: null, cohortWords: null, neededWords: 'SSDA903 files for the month: Episodes.', source: 'Children looked after return', note: null, firstRecordedOn: LocalDate('2026-11-20'), lacks: [], casesAllowed: true };
