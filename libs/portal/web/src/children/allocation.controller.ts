import { Body, Controller, Get, NotFoundException, Post, Query, Res } from '@nestjs/common';
import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import type { ChildRow } from '../api/locality-hub.js';
import type { Problem } from '../api/problem.js';
import { type Form, dayIn, idsIn, keyIn, newKey, one, several, typedDay } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { displayName } from '../words/names.js';
import { allocatedHref } from './addresses.js';
import { type AllocateForm, allocatePage, allocationDone, allocationPreview } from './allocate/page.js';

/** Rows chosen at once (portal.md 5); the list is asked for by ids, 100 at a time. */
const MOST = 200;
const AT_ONCE = 100;

/** A worker for one child or for many: choose, see what will happen, confirm. */
@Controller('children/allocate')
@ForSignedIn()
export class AllocationController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async choose(@Query() asked: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.form(visit, reply, { childIds: idsIn(several(asked, 'child')).slice(0, MOST), workerId: '', from: typedDay(this.pages.clock.today()) });
  }

  /** What would happen, asked of the service and changing nothing; so it can be left and come back to. */
  @Get('preview')
  preview(@Query() asked: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.give(asked, visit, reply, true);
  }

  @Post()
  send(@Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.give(sent, visit, reply, false);
  }

  @Get('done')
  async done(@Query() asked: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [from, ids] = [dayIn(one(asked, 'from')), idsIn(several(asked, 'child')).slice(0, MOST)];
    const [children, workers] = await Promise.all([this.named(visit, ids), visit.locality.workers()]);
    const worker = workers.items.find(({ id }) => id === one(asked, 'worker'));
    if (worker === undefined || from === undefined || ids.length === 0) throw new NotFoundException();
    await this.pages.write(reply, allocationDone(worker, children, ids.length - children.length, from));
  }

  private async give(given: Form, visit: Visit, reply: FastifyReply, check: boolean): Promise<void> {
    const form: AllocateForm = { childIds: idsIn(several(given, 'child')).slice(0, MOST), workerId: one(given, 'workerId'), from: one(given, 'from') };
    const from = dayIn(form.from);
    const missing = whatIsMissing(form, from);
    if (missing !== undefined || from === undefined) return this.form(visit, reply, form, missing);
    const outcome = await visit.locality.allocate({ childIds: form.childIds as readonly Uuid[], workerId: form.workerId, from, check }, check ? newKey() : keyIn(given));
    if (!outcome.ok) return this.form(visit, reply, form, outcome.problem);
    await (check ? this.pages.write(reply, allocationPreview(outcome.value, form, from, newKey())) : this.pages.seeOther(reply, allocatedHref(form.workerId, from, form.childIds)));
  }

  private async form(visit: Visit, reply: FastifyReply, form: AllocateForm, problem?: Problem): Promise<void> {
    const [children, workers] = await Promise.all([this.named(visit, form.childIds as readonly Uuid[]), visit.locality.workers()]);
    await this.pages.write(reply, allocatePage({ children, workers: workers.items.filter(({ role }) => role === 'locality-social-worker'), today: this.pages.clock.today(), form, ...(problem === undefined ? {} : { problem }) }));
  }

  private async named({ locality }: Visit, ids: readonly Uuid[]) {
    const pages = [ids.slice(0, AT_ONCE), ids.slice(AT_ONCE)].filter(({ length }) => length > 0);
    const found = await Promise.all(pages.map((some) => locality.children({ ids: some, limit: AT_ONCE })));
    return found.flatMap(({ items }) => items).filter((row): row is Extract<ChildRow, { kind: 'child' }> => row.kind === 'child')
      .map((row) => ({ id: row.id, name: displayName(row), reference: row.reference, now: row.worker?.name ?? null, workerId: row.worker?.id ?? null }));
  }
}

/** What a form lacks before any rule can be asked. */
const whatIsMissing = (form: AllocateForm, from: LocalDate | undefined): Problem | undefined => {
  const errors = [
    ...(form.childIds.length === 0 ? [{ field: 'childIds', sentence: 'Choose at least one child.' }] : []), ...(form.workerId === '' ? [{ field: 'workerId', sentence: 'Choose a worker.' }] : []),
    ...(from === undefined ? [{ field: 'from', sentence: 'Enter a day, such as 17/11/2026.' }] : []),
  ];
  return errors.length === 0 ? undefined : { type: 'about:blank', title: '', status: 422, code: 'FORM_INCOMPLETE', detail: '', errors };
};
