import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Form, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { Open } from '../web/signed-in.guard.js';
import { Visits } from '../web/visit.js';
import { SignInFlow } from './sign-in.flow.js';
import { ownAddress } from './addresses.js';

/** Signing in and out. */
@Controller()
@Open('nobody is signed in yet, or no longer')
export class SessionController {
  constructor(
    private readonly flow: SignInFlow,
    private readonly pages: PageWriter,
    private readonly visits: Visits,
  ) {}

  @Get('sign-in')
  async start(@Query('after') after: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await (request.visit === undefined ? this.pages.write(reply, this.flow.startPage(ownAddress(after))) : this.pages.seeOther(reply, ownAddress(after)));
  }

  @Post('sign-in')
  async leave(@Body() form: Form, @Res() reply: FastifyReply): Promise<void> {
    const { url, cookie } = await this.flow.leave(ownAddress(one(form, 'after')));
    await this.pages.seeOther(this.flow.setCookie(reply, this.visits.cookie, cookie), url);
  }

  @Get('signed-in')
  async comeBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after, cookie } = await this.flow.comeBack(request.url, request.cookies[this.visits.cookie]);
    await this.pages.seeOther(this.flow.setCookie(reply, this.visits.cookie, cookie), after);
  }

  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const url = await this.flow.signOut(request.visit);
    await this.pages.seeOther(this.flow.setCookie(reply, this.visits.cookie, undefined), url);
  }
}
