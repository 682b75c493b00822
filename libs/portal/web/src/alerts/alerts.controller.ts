import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AlertKind } from '../api/emergency.js';
import { trailOf } from '../frame/paging.js';
import { type Form, idIn, keyIn, newKey, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { ALERTS } from './addresses.js';
import { alertPage } from './alert/page.js';
import { ALERTS_SIZE, alertsPage } from './list/page.js';
import { MY_ALERTS_SIZE, myAlertsPage } from './mine/page.js';
import { ALERT_WORDS } from './words.js';

/** What people are told of looks at records. */
@Controller('alerts')
@ForSignedIn()
export class AlertsController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async list(@Query() asked: Readonly<Record<string, string | undefined>>, @Visiting() { locality }: Visit, @Res() reply: FastifyReply): Promise<void> {
    const kind = (Object.keys(ALERT_WORDS) as AlertKind[]).find((each) => each === asked['kind']);
    const trail = trailOf(asked);
    const [alerts, reviews] = await Promise.all([
      locality.alerts({ limit: ALERTS_SIZE, ...(kind === undefined ? {} : { kind }), ...(trail.cursor === undefined ? {} : { cursor: trail.cursor }) }), locality.emergencyUsesToReview(),
    ]);
    await this.pages.write(reply, alertsPage({ alerts, reviews: reviews.items, kind, trail, today: this.pages.clock.today() }));
  }

  @Get('mine')
  async mine(@Visiting() { locality }: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.write(reply, myAlertsPage(await locality.myAlerts({ limit: MY_ALERTS_SIZE })));
  }

  @Get(':id')
  async one(@Param('id') id: string, @Visiting() { locality }: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.write(reply, alertPage({ alert: await locality.alert(idIn(id)), key: newKey() }));
  }

  @Post(':id')
  async read(@Param('id') text: string, @Body() sent: Form, @Visiting() { locality }: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [id, note] = [idIn(text), one(sent, 'note')];
    const outcome = await locality.readAlert(id, note, keyIn(sent));
    if (outcome.ok) return this.pages.seeOther(reply, ALERTS);
    await this.pages.write(reply, alertPage({ alert: await locality.alert(id), key: newKey(), note, problem: outcome.problem }));
  }
}
