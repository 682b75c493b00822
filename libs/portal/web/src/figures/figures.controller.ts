import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type LocalDate, Month, REGION, type TenantId, type Uuid, monthOf } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import type { ChildRow, Me } from '../api/locality-hub.js';
import type { Horizon, IndicatorCase } from '../api/regional-hub.js';
import { trailOf } from '../frame/paging.js';
import { dayIn } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { CASES_SIZE, casesPage } from './cases/page.js';
import { CASES_SHOWN, indicatorPage } from './indicator/page.js';
import { scorecardPage } from './scorecard/page.js';

type Asked = Readonly<Record<string, string | undefined>>;

const HISTORY = 24;

/** Figures of the region and of its councils. */
@Controller('region')
@ForSignedIn()
export class FiguresController {
  constructor(private readonly pages: PageWriter) {}

  @Get('scorecard')
  async scorecard(@Query() asked: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const today = this.pages.clock.today();
    const known = knownIn(asked, today);
    const horizons = (await visit.regional.horizons()).items;
    const month = monthIn(asked, horizons, REGION, today);
    const held = horizons.some(({ completeTo }) => completeTo !== null);
    const figures = await Promise.all((held ? horizons : []).map(async ({ authority }) => ({ authority, items: (await visit.regional.indicators({ authority, month, history: HISTORY, ...onDay(known) })).items })));
    await this.pages.write(reply, scorecardPage({ month, today, known, horizons, figures }));
  }

  @Get('indicators/:id')
  async indicator(@Param('id') id: string, @Query() asked: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const { regional } = visit;
    const today = this.pages.clock.today();
    const known = knownIn(asked, today);
    const [me, { items: horizons }] = await Promise.all([visit.me(), regional.horizons()]);
    const authority = authorityIn(asked, horizons, me);
    const month = monthIn(asked, horizons, authority, today);
    const figure = await regional.indicator(id, { authority, month });
    const [places, asKnown, cases] = await Promise.all([
      Promise.all(horizons.map(async ({ authority: code, name }) => ({ code, name: code === REGION ? 'Region' : name, points: (await regional.series(id, { authority: code })).items }))),
      known === null ? null : regional.series(id, { authority, asKnownOn: known }), figure.casesAllowed ? regional.cases(id, { authority, month, limit: CASES_SHOWN }) : null,
    ]);
    const [place, others] = [places.find(({ code }) => code === authority), places.filter(({ code }) => code !== authority && code !== REGION)];
    await this.pages.write(reply, indicatorPage({
      me, today, known, horizons, figure, place: place ?? { code: authority, name: authority, points: [] }, region: authority === REGION ? null : (places.find(({ code }) => code === REGION) ?? null), others,
      onDay: asKnown?.items ?? null, everyMonth: asked['span'] === 'all', cases: cases === null ? null : { ...cases, children: await namesOf(visit, cases.items) },
    }));
  }

  @Get('indicators/:id/cases')
  async cases(@Param('id') id: string, @Query() asked: Asked, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const today = this.pages.clock.today();
    const known = knownIn(asked, today);
    const trail = trailOf(asked);
    const [me, { items: horizons }] = await Promise.all([visit.me(), visit.regional.horizons()]);
    const authority = authorityIn(asked, horizons, me);
    const query = { authority, month: monthIn(asked, horizons, authority, today), ...onDay(known) };
    const [figure, cases] = await Promise.all([visit.regional.indicator(id, query), visit.regional.cases(id, { ...query, limit: CASES_SIZE, cursor: trail.cursor })]);
    const place = horizons.find((each) => each.authority === authority)?.name ?? authority;
    await this.pages.write(reply, casesPage({ figure, place, cases, children: await namesOf(visit, cases.items), today, known, trail }));
  }
}

const onDay = (known: LocalDate | null): Readonly<{ asKnownOn?: LocalDate }> => (known === null ? {} : { asKnownOn: known });

/** A day in the past that was asked for; today and nonsense are "now". */
const knownIn = (asked: Asked, today: LocalDate): LocalDate | null => {
  const day = dayIn(asked['known'] ?? '');
  return day === undefined || day >= today ? null : day;
};

/** The place asked for, else the person's own council; a place that is none of ours is the region. */
const authorityIn = (asked: Asked, horizons: readonly Horizon[], me: Me): TenantId => {
  const wanted = asked['authority'] ?? me.authority.code;
  return horizons.find(({ authority }) => authority === wanted)?.authority ?? REGION;
};

/** The month asked for, else the newest that is held of the place, else the newest of any, else this one. */
const monthIn = (asked: Asked, horizons: readonly Horizon[], authority: TenantId, today: LocalDate): Month => {
  const wanted = asked['month'] ?? '';
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(wanted) && wanted <= monthOf(today)) return Month(wanted);
  const own = horizons.find((each) => each.authority === authority)?.completeTo;
  const newest = own ?? horizons.map(({ completeTo }) => completeTo).filter((day) => day !== null).sort().at(-1) ?? today;
  return monthOf(newest);
};

/** Names are the council's own: its hub says which of them this person may see. */
const namesOf = async ({ locality }: Visit, cases: readonly IndicatorCase[]): Promise<readonly ChildRow[]> => {
  const ids = [...new Set(cases.map(({ childId }) => childId))] as readonly Uuid[];
  return ids.length === 0 ? [] : (await locality.children({ ids, limit: ids.length })).items;
};
