import { type LocalDate, Month, REGION, type TenantId, type Uuid, addMonthsTo, monthEnd, monthOf } from '@permanence/kernel/values';
import type { ChildRow, Me } from '../api/locality-hub.js';
import type { Horizon, IndicatorCase } from '../api/regional-hub.js';
import { dayIn } from '../web/form.js';
import type { Visit } from '../web/visit.js';
import type { IndicatorFacts } from './indicator/trend-model.js';

export type Asked = Readonly<Record<string, string | undefined>>;

/** What an address of `/region` asks for, made whole from what is held. */
export type Question = Readonly<{ me: Me; horizons: readonly Horizon[]; authority: TenantId; month: Month; known: LocalDate | null; today: LocalDate }>;

export const questionOf = async (visit: Visit, asked: Asked, today: LocalDate): Promise<Question> => {
  const [me, { items: horizons }] = await Promise.all([visit.me(), visit.regional.horizons()]);
  const authority = authorityIn(asked, horizons, me);
  return { me, horizons, authority, month: monthIn(asked, horizons, authority, today), known: knownIn(asked, today), today };
};

export const onDay = (known: LocalDate | null): Readonly<{ asKnownOn?: LocalDate }> => (known === null ? {} : { asKnownOn: known });

/** A day in the past that was asked for; today and nonsense are "now". */
export const knownIn = (asked: Asked, today: LocalDate): LocalDate | null => {
  const day = dayIn(asked['known'] ?? '');
  return day === undefined || day >= today ? null : day;
};

/** The place asked for, else the person's own council; a place that is none of ours is the region. */
const authorityIn = (asked: Asked, horizons: readonly Horizon[], me: Me): TenantId => {
  const wanted = asked['authority'] ?? me.authority.code;
  return horizons.find(({ authority }) => authority === wanted)?.authority ?? REGION;
};

/** The month asked for, else the newest that is held of the place, else the newest of any, else this one. */
export const monthIn = (asked: Asked, horizons: readonly Horizon[], authority: TenantId, today: LocalDate): Month => {
  const wanted = asked['month'] ?? '';
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(wanted) && wanted <= monthOf(today)) return Month(wanted);
  const own = horizons.find((each) => each.authority === authority)?.completeTo;
  const newest = own ?? horizons.map(({ completeTo }) => completeTo).filter((day) => day !== null).sort().at(-1) ?? today;
  return newest >= today ? monthOf(today) : lastWhole(newest);
};

/** The newest month that is held to its end. */
const lastWhole = (completeTo: LocalDate): Month => (completeTo === monthEnd(monthOf(completeTo)) ? monthOf(completeTo) : addMonthsTo(monthOf(completeTo), -1));

/** One indicator for a place and month, with every month held of it, of the region and of the other councils. */
export const indicatorFactsOf = async ({ regional }: Visit, id: string, { horizons, authority, month, known }: Question, everyMonth: boolean): Promise<IndicatorFacts> => {
  const [figure, asKnown, ...places] = await Promise.all([
    regional.indicator(id, { authority, month }), known === null ? null : regional.series(id, { authority, asKnownOn: known }),
    ...horizons.map(async ({ authority: code, name }) => ({ code, name: code === REGION ? 'Region' : name, points: (await regional.series(id, { authority: code })).items })),
  ]);
  return {
    figure, place: places.find(({ code }) => code === authority) ?? { code: authority, name: authority, points: [] }, region: authority === REGION ? null : (places.find(({ code }) => code === REGION) ?? null),
    others: places.filter(({ code }) => code !== authority && code !== REGION), onDay: asKnown?.items ?? null, everyMonth,
  };
};

/** Names are the council's own: its hub says which of them this person may see. */
export const namesOf = async ({ locality }: Visit, cases: readonly IndicatorCase[]): Promise<readonly ChildRow[]> => {
  const ids = [...new Set(cases.map(({ childId }) => childId))] as readonly Uuid[];
  return ids.length === 0 ? [] : (await locality.children({ ids, limit: ids.length })).items;
};
