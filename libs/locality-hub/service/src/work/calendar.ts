import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type LocalDate, type TenantId, addDays, daysBetween } from '@permanence/kernel/values';
import { WORK_KINDS, clocksOfWork } from '@permanence/locality-hub/domain';
import { CLOCK } from '@permanence/platform/host';
import { notFound } from '@permanence/platform/http';
import { type Who, capabilitiesOf } from '@permanence/platform/identity';
import { TenantDb } from '@permanence/platform/tenant-db';
import { clockOf } from '@permanence/statutory-clocks/catalogue';
import ical from 'ical-generator';
import type { CalendarDto, NewCalendarDto } from './calendar.dto.js';
import { type CalendarFeed, dropFeed, feedBySecret, feedOf, keepFeed } from './calendar.store.js';
import { type WorkLine, workPage } from './work.store.js';

/** A feed has no sign-in of its own: it opens for as many days as its person may stay away. */
const DAYS_WITHOUT_A_VISIT = 14;
const MOST_DATES = 300;

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** A person's own dates, for the calendar program that they use. It is kept elsewhere, so it has references and rules, and nobody's name. */
@Injectable()
export class Calendars {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async calendar(who: Who): Promise<CalendarDto> {
    const feed = await this.db.inTenants(who, (tx) => feedOf(tx, who));
    return { madeAt: feed?.madeAt ?? null, opensUntil: feed === undefined ? null : addDays(feed.lastSeenOn, DAYS_WITHOUT_A_VISIT) };
  }

  /** Makes an address that nobody can guess; it is told once and kept as a hash. */
  async make(who: Who): Promise<NewCalendarDto> {
    const secret = randomBytes(32).toString('base64url');
    await this.db.inTenants(who, (tx) => keepFeed(tx, who, { secretHash: hashOf(secret), at: this.clock.now(), today: this.clock.today() }));
    return { path: `/api/locality-hub/v1/calendar/${who.authority}/${secret}.ics` };
  }

  async drop(who: Who): Promise<void> {
    await this.db.inTenants(who, (tx) => dropFeed(tx, who));
  }

  /** @throws HttpProblem 404 for an address that is none, or is none any more */
  fetch(authority: TenantId, secret: string): Promise<string> {
    return this.db.inTenants({ id: 'calendar', tenants: [authority] }, async (tx) => {
      const feed = await feedBySecret(tx, authority, hashOf(secret));
      if (feed === undefined || daysBetween(feed.lastSeenOn, this.clock.today()) > DAYS_WITHOUT_A_VISIT) throw notFound();
      const today = this.clock.today();
      const lines = await workPage(tx, readerOf(feed, authority), { scope: 'mine', clocks: WORK_KINDS.flatMap(clocksOfWork), today, weekEnd: addDays(today, 7), limit: MOST_DATES });
      return textOf(lines);
    });
  }
}

/** As whom the feed reads: the person, as they last were here. */
const readerOf = ({ personId, role, registration }: CalendarFeed, authority: TenantId): Who => ({
  id: personId, name: '', roles: [role], authority, tenants: [authority], capabilities: capabilitiesOf([role], authority), ...(registration === null ? {} : { swRegistration: registration }),
});

/** The day as the library wants it: whole days have no zone. */
const dayOf = (day: LocalDate): Date => new Date(`${day}T00:00:00`);

const textOf = (lines: readonly WorkLine[]): string => {
  const calendar = ical({ name: 'Permanence', prodId: { company: 'Permanence', product: 'Dates to keep' }, ttl: 3600 });
  for (const { id, clock, startedOn, dueOn, reference } of lines) {
    const { metBy, sentence, source, citation } = clockOf(clock);
    calendar.createEvent({ id: `${id}-${clock}-${startedOn}`, start: dayOf(dueOn), end: dayOf(addDays(dueOn, 1)), allDay: true, summary: `Due: ${metBy}, ${reference}`, description: `${sentence}\n${source}, ${citation}` });
  }
  return calendar.toString();
};
