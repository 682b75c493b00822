import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import type { Uuid } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import type { Problem } from '../api/problem.js';
import type { WithdrawalCommand } from '../api/locality-hub.js';
import { type Form, idIn, keyIn, newKey, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { childHref } from './addresses.js';
import { withdrawalPage } from './withdrawal/page.js';

type Row = Omit<WithdrawalCommand, 'reason'>;

/** Takes a row out of the record that its council states no more. */
@Controller('children/:id/withdrawal')
@ForSignedIn()
export class WithdrawalController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  form(@Param('id') id: string, @Query() asked: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(visit, reply, idIn(id), { module: one(asked, 'module'), year: Number(one(asked, 'year')), key: one(asked, 'key') });
  }

  @Post()
  async send(@Param('id') text: string, @Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(text);
    const row: Row = { module: one(sent, 'module'), year: Number(one(sent, 'year')), key: one(sent, 'rowKey') };
    const reason = one(sent, 'reason');
    const outcome = await visit.locality.withdraw(id, { ...row, reason }, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, childHref(id, 'findings')) : this.show(visit, reply, id, row, reason, outcome.problem));
  }

  /** Only a row that is still flagged has a page. */
  private async show(visit: Visit, reply: FastifyReply, id: Uuid, row: Row, reason?: string, problem?: Problem): Promise<void> {
    const { child, items } = await visit.locality.findings(id);
    const finding = items.find(({ module, year, key }) => module === row.module && year === row.year && key === row.key);
    if (finding === undefined) throw new NotFoundException();
    await this.pages.write(reply, withdrawalPage({ child, finding, row, today: this.pages.clock.today(), key: newKey(), ...(reason === undefined ? {} : { reason }), ...(problem === undefined ? {} : { problem }) }));
  }
}
