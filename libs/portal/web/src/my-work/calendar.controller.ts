import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { CALENDAR } from './addresses.js';
import { calendarPage } from './calendar/page.js';

/** A person's own dates for a calendar program. */
@Controller('calendar')
@ForSignedIn()
export class CalendarController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async show(@Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.write(reply, calendarPage(await visit.locality.calendar(), null));
  }

  /** The one page that shows the address: it cannot be loaded again, so no redirect follows. */
  @Post()
  async make(@Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const made = await visit.locality.makeCalendar();
    if (!made.ok) return this.show(visit, reply);
    await this.pages.write(reply, calendarPage(await visit.locality.calendar(), this.pages.addressOf(made.value.path)));
  }

  @Post('drop')
  async drop(@Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await visit.locality.dropCalendar();
    await this.pages.seeOther(reply, CALENDAR);
  }
}
