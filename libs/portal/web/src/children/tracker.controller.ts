import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { WayPage } from '../api/council-tracker.js';
import { trailOf } from '../frame/paging.js';
import { type Form, idIn, keyIn, newKey, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { Typed } from '../web/typed.js';
import { type Visit, Visiting } from '../web/visit.js';
import { WAY, type WayAddress, wayHref } from './tracker/addresses.js';
import { wayAddressOf, wayStateOf, wayWords } from './tracker/choice.js';
import { exportPage } from './tracker/export/page.js';
import { keepPage } from './tracker/keep/page.js';
import { WAY_SIZE, wayListPage } from './tracker/list/page.js';
import { PURPOSES } from './tracker/words.js';

type Address = Readonly<Record<string, string | undefined>>;

/** Where each child in care is on the way to permanence, in the person's own council. */
@Controller('children/tracker')
@ForSignedIn()
export class CouncilTrackerController {
  constructor(
    private readonly pages: PageWriter,
    private readonly typed: Typed,
  ) {}

  @Get()
  async list(@Query() query: Address, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const address = wayAddressOf(query);
    const trail = trailOf(query);
    const typed = await this.typedIn(visit, address);
    const [page, kept] = await Promise.all([
      visit.locality.wayOfChildren({ ...wayStateOf(address), ...(typed === '' ? {} : { q: typed }), limit: WAY_SIZE, ...(trail.cursor === undefined ? {} : { cursor: trail.cursor }) }), visit.locality.keptFilters(),
    ]);
    await this.pages.write(reply, wayListPage({ address, typed, page, kept, trail, key: newKey() }));
  }

  /** The filter comes by POST, so that what was typed stands in no address as it is. */
  @Post()
  async find(@Body() form: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const asked = Object.fromEntries(Object.keys(form).map((name) => [name, one(form, name)]));
    const found = this.typed.close((await visit.me()).id, one(form, 'q').slice(0, 100));
    await this.pages.seeOther(reply, wayHref({ ...wayAddressOf(asked), found: found === '' ? undefined : found }));
  }

  @Get('export')
  async export(@Query() query: Address, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.write(reply, exportPage(wayAddressOf(query)));
  }

  @Get('tracker.csv')
  async csv(@Query() query: Address, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [address, purpose] = [wayAddressOf(query), query['purpose'] ?? ''];
    if (!Object.hasOwn(PURPOSES, purpose)) return this.pages.write(reply, exportPage(address, 'Choose what you take the list away for.'));
    const typed = await this.typedIn(visit, address);
    await this.pages.download(reply, await visit.locality.wayAsCsv({ ...wayStateOf(address), ...(typed === '' ? {} : { q: typed }), purpose }));
  }

  @Get('keep')
  async naming(@Query() query: Address, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const address = wayAddressOf(query);
    await this.pages.write(reply, keepPage({ address, words: await this.wordsOf(visit, address), key: newKey() }));
  }

  @Post('keep')
  async keep(@Query() query: Address, @Body() form: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const address = wayAddressOf(query);
    const [name, shared] = [one(form, 'name'), one(form, 'shared') === 'yes'];
    const kept = await visit.locality.keepFilter({ name, state: wayStateOf(address), shared }, keyIn(form));
    if (kept.ok) return this.pages.seeOther(reply, wayHref(address));
    const error = kept.problem.errors?.find(({ field }) => field === 'name')?.sentence ?? kept.problem.detail;
    await this.pages.write(reply, keepPage({ address, words: await this.wordsOf(visit, address), key: keyIn(form), name, shared, error }));
  }

  @Post('filters/:id/drop')
  async drop(@Param('id') id: string, @Body() form: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await visit.locality.dropFilter(idIn(id), keyIn(form));
    await this.pages.seeOther(reply, WAY);
  }

  private async typedIn(visit: Visit, { found }: WayAddress): Promise<string> {
    return found === undefined ? '' : this.typed.open((await visit.me()).id, found);
  }

  /** Workers by name are the service's to know. */
  private async wordsOf(visit: Visit, address: WayAddress): Promise<string> {
    const page: WayPage = await visit.locality.wayOfChildren({ ...wayStateOf(address), limit: 1 });
    return wayWords(address, page);
  }
}
