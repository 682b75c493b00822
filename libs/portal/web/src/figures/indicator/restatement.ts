import type { LocalDate } from '@permanence/kernel/values';
import type { MonthFigure } from '../../api/regional-hub.js';
import { fullDate, monthYear } from '../../words/dates.js';
import { whole } from '../../words/numbers.js';
import { figureWords } from '../figure-words.js';
import { type IndicatorFacts, thenOf } from './trend-model.js';

/** What has been learned since then: since the day asked for, or since the month's pack was frozen, or two weeks after the month. Null where nothing was to be known then. */
export const restatementOf = (facts: IndicatorFacts & Readonly<{ known: LocalDate | null }>): string | null => {
  const { figure, known, place } = facts;
  const day = known ?? place.points.find(({ month }) => month === figure.month)?.knownThenOn;
  const before = thenOf(facts, figure.month);
  if (day === undefined || before === undefined) return null;
  if (figure.firstRecordedOn !== null && day < figure.firstRecordedOn) return `On ${fullDate(day)} nothing was known of this yet: it was first recorded on ${fullDate(figure.firstRecordedOn)}.`;
  return changeSince(facts, before, day);
};

const changeSince = ({ figure, place }: IndicatorFacts, before: MonthFigure, day: LocalDate): string => {
  const was = figureWords(before, figure.measure);
  const month = monthYear(figure.month);
  if (before.status !== 'value' || figure.status !== 'value') return `On ${fullDate(day)} the figure for ${month} was “${was}”.`;
  if (before.value === figure.value && before.numerator === figure.numerator) return `The figure for ${month} is the same as on ${fullDate(day)}.`;
  return `On ${fullDate(day)} it was ${was} for ${place.name} in ${month}; now it is ${figureWords(figure, figure.measure)}. ${learned((figure.numerator ?? 0) - (before.numerator ?? 0))}`;
};

const learned = (more: number): string => {
  if (more === 0) return 'The count above the line is the same; the children it is taken of have changed.';
  return `${whole(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} ${Math.abs(more) === 1 ? 'case is' : 'cases are'} known now.`;
};
