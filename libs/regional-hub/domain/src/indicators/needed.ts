import type { IndicatorDefinition, RecordKind, RecordsSince } from './definition.js';

const KINDS: Readonly<Record<RecordKind, string>> = {
  visits: 'visits', health: 'health', education: 'education', moves: 'moves between placements', disability: 'disability and other needs', plans: 'permanence plans', 'leaving-care': 'leaving care',
};

const SINCE: Readonly<Record<RecordsSince, string>> = {
  day: 'on that day', month: 'all through the month', '6-months': 'all through the 6 months before', '12-months': 'all through the 12 months before', year: 'since 1 April', 'month-before-year': 'since 1 March, a month before the year',
};

/** What a council must have loaded and recorded for a figure to be held, in words. */
export const neededWords = ({ modules, records, population }: Pick<IndicatorDefinition, 'modules' | 'records' | 'population'>): string => [
  `SSDA903 files for the month: ${modules.join(', ')}.`,
  ...(records === undefined ? [] : [`The council’s own record of ${records.kinds.map((kind) => KINDS[kind]).join(' and ')}, kept ${SINCE[records.since]}.`]),
  ...(population === undefined ? [] : ['The council’s population aged 0 to 17.']),
].join(' ');
