import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../api/problem.js';
import { type Form, dayIn, keyIn, newKey, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn, fromOurPage } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { importHref } from './addresses.js';
import { type Incoming, incomingOf } from './incoming.js';
import { Samples } from './samples.js';
import { type UploadForm, uploadPage } from './upload/page.js';

/** Sending files: they go on to the service as they come in, and are checked before anything is applied. */
@Controller('imports')
@ForSignedIn()
export class UploadController {
  constructor(
    private readonly pages: PageWriter,
    private readonly samples: Samples,
    private readonly adapter: HttpAdapterHost,
  ) {}

  @Get('new')
  form(@Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(visit, reply);
  }

  @Post('new')
  async send(@Req() request: FastifyRequest, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const incoming = await incomingOf(request);
    await this.assertOurs(request, incoming);
    const form: UploadForm = { year: one(incoming.form, 'year'), asAt: one(incoming.form, 'asAt') };
    const missing = whatIsMissing(form, incoming);
    if (missing !== undefined) {
      await incoming.discard();
      return this.show(visit, reply, form, missing);
    }
    const { authority } = await visit.me();
    const asAt = dayIn(form.asAt);
    const outcome = await visit.locality.startImport({ authority: authority.code, year: Number(form.year), check: true, files: incoming.files, ...(asAt === undefined ? {} : { asAt }) }, keyIn(incoming.form));
    await (outcome.ok ? this.pages.seeOther(reply, importHref(outcome.value.id)) : this.show(visit, reply, form, outcome.problem));
  }

  @Post('sample')
  async sendSample(@Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const { authority } = await visit.me();
    const outcome = await visit.locality.startImport({ authority: authority.code, year: this.samples.year, check: true, files: this.samples.files() }, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, importHref(outcome.value.id)) : this.show(visit, reply, undefined, outcome.problem));
  }

  @Get('samples/:name')
  async sample(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const content = this.samples.file(name);
    if (content === undefined) throw new NotFoundException();
    await this.pages.download(reply, { fileName: name, content });
  }

  /** The token of the form stands before its files. @throws the plugin's error when it is not one of our pages'. */
  private async assertOurs(request: FastifyRequest, incoming: Incoming): Promise<void> {
    Object.assign(request, { body: incoming.form });
    try {
      await fromOurPage(this.adapter.httpAdapter.getInstance<FastifyInstance>(), request);
    } catch (error) {
      await incoming.discard();
      throw error;
    }
  }

  private async show(visit: Visit, reply: FastifyReply, form?: UploadForm, problem?: Problem): Promise<void> {
    // Whoever may not load files is refused by the service before there is a form to fill in.
    const [me] = await Promise.all([visit.me(), visit.locality.imports({ limit: 1 })]);
    await this.pages.write(reply, uploadPage({ me, today: this.pages.clock.today(), keys: [newKey(), newKey()], samples: this.samples.names, ...(form === undefined ? {} : { form }), ...(problem === undefined ? {} : { problem }) }));
  }
}

/** What can be told before the files are sent on. */
const whatIsMissing = (form: UploadForm, { anyFile }: Incoming): Problem | undefined => {
  const errors = [
    ...(/^\d{4}$/.test(form.year) ? [] : [{ field: 'year', sentence: 'Choose the collection.' }]), ...(form.asAt === '' || dayIn(form.asAt) !== undefined ? [] : [{ field: 'asAt', sentence: 'Enter a day, such as 31/10/2026, or leave it empty.' }]),
    ...(anyFile ? [] : [{ field: 'files', sentence: 'Choose at least one file.' }]),
  ];
  return errors.length === 0 ? undefined : { type: 'about:blank', title: '', status: 422, code: 'FORM_INCOMPLETE', detail: '', errors };
};
