import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AccessReason } from '../api/locality-hub.js';
import { trailOf } from '../frame/paging.js';
import { dayIn } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { ACCESS_LOG_SIZE, type AccessChoice, accessListPage } from './list/page.js';
import { ACCESS_REASONS } from './reasons.js';

/** Who looked, over a whole council. */
@Controller('access-log')
@ForSignedIn()
export class AccessLogController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async list(@Query() asked: Readonly<Record<string, string | undefined>>, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const choice: AccessChoice = { from: dayIn(asked['from'] ?? ''), to: dayIn(asked['to'] ?? ''), why: (Object.keys(ACCESS_REASONS) as AccessReason[]).find((why) => why === asked['why']) };
    const trail = trailOf(asked);
    const [me, log] = await Promise.all([visit.me(), visit.locality.accessLog({ ...choice, limit: ACCESS_LOG_SIZE, cursor: trail.cursor })]);
    await this.pages.write(reply, accessListPage(log, choice, trail, me.capabilities['child:read-record'] !== undefined));
  }
}
