import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn, Open } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { glossaryPage } from './glossary/page.js';
import { clockPage, dfeRulePage } from './rule/page.js';
import { accessibilityPage, cookiesPage, privacyPage } from './statements.js';

/** Words, rules, and the statements that every public service has. */
@Controller()
export class HelpController {
  constructor(private readonly pages: PageWriter) {}

  @Get('help/glossary')
  @Open('the words say nothing about anybody')
  async glossary(@Req() { visit }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.write(reply, glossaryPage(visit === undefined ? null : await catalogueOf(visit)));
  }

  @Get('help/rules/:id')
  @ForSignedIn()
  async rule(@Param('id') id: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const { clocks, rules } = await catalogueOf(visit);
    const [clock, rule] = [clocks.find((each) => each.id === id), rules.find(({ code }) => code === id)];
    if (clock !== undefined) return this.pages.write(reply, clockPage(clock));
    if (rule === undefined) throw new NotFoundException();
    await this.pages.write(reply, dfeRulePage(rule));
  }

  @Get('accessibility')
  @Open('a statement')
  accessibility(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.write(reply, accessibilityPage());
  }

  @Get('privacy')
  @Open('a statement')
  privacy(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.write(reply, privacyPage());
  }

  @Get('cookies')
  @Open('a statement')
  cookies(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.write(reply, cookiesPage());
  }
}

const catalogueOf = async ({ locality }: Visit) => {
  const [clocks, rules] = await Promise.all([locality.clocks(), locality.rules()]);
  return { clocks: clocks.items, rules: rules.items };
};
