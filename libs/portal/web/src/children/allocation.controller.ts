import { Body, Controller, Get, NotFoundException, Post, Query, Res } from '@nestjs/common';
import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import type { AllocationCommand, AllocationResults, ChildRow } from '../api/locality-hub.js';
import { type Outcome, type Problem, ServiceProblem } from '../api/problem.js';
import { type Form, dayIn, idsIn, keyIn, newKey, one, several, typedDay } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { displayName } from '../words/names.js';
import { allocatedHref } from './addresses.js';
import { type AllocateForm, allocatePage, allocationDone, allocationPreview, outOfReach } from './allocate/page.js';

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
    const [{ children, gone }, workers] = await Promise.all([this.reach(visit, ids), visit.locality.workers()]);
    const worker = workers.items.find(({ id }) => id === one(asked, 'worker'));
    if (worker === undefined || from === undefined || ids.length === 0) throw new NotFoundException();
    await this.pages.write(reply, allocationDone(worker, children, gone, from));
  }

  private async give(given: Form, visit: Visit, reply: FastifyReply, check: boolean): Promise<void> {
    const form: AllocateForm = { childIds: idsIn(several(given, 'child')).slice(0, MOST), workerId: one(given, 'workerId'), from: one(given, 'from') };
    const from = dayIn(form.from);
    const missing = whatIsMissing(form, from);
    if (missing !== undefined || from === undefined) return this.form(visit, reply, form, missing);
    const outcome = await this.outcomeOf(visit, { childIds: form.childIds as readonly Uuid[], workerId: form.workerId, from, check }, check ? newKey() : keyIn(given));
    if (outcome === undefined) return this.previewOfTheRest(visit, reply, form, from);
    if (!outcome.ok) return this.form(visit, reply, form, outcome.problem);
    await (check ? this.pages.write(reply, allocationPreview(outcome.value, form, from, newKey())) : this.pages.seeOther(reply, allocatedHref(form.workerId, from, form.childIds)));
  }

  /** Undefined when a child is out of this manager's reach: nothing was changed. */
  private async outcomeOf({ locality }: Visit, command: AllocationCommand, key: string): Promise<Outcome<AllocationResults> | undefined> {
    try {
      return await locality.allocate(command, key);
    } catch (error) {
      if (error instanceof ServiceProblem && error.problem.status === 404) return undefined;
      throw error;
    }
  }

  /** Somebody comes back to a preview after children have gone to another team: those who are left, or where they are. */
  private async previewOfTheRest(visit: Visit, reply: FastifyReply, form: AllocateForm, from: LocalDate): Promise<void> {
    const { within, gone } = await this.reach(visit, form.childIds as readonly Uuid[]);
    const workers = await visit.locality.workers();
    if (within.length === 0) return this.pages.write(reply, outOfReach(gone, workers.items.find(({ id }) => id === form.workerId)?.name));
    const rest = { ...form, childIds: within };
    const outcome = await this.outcomeOf(visit, { childIds: within, workerId: form.workerId, from, check: true }, newKey());
    if (outcome === undefined) throw new NotFoundException();
    await (outcome.ok ? this.pages.write(reply, allocationPreview(outcome.value, rest, from, newKey(), gone)) : this.form(visit, reply, rest, outcome.problem));
  }

  private async form(visit: Visit, reply: FastifyReply, form: AllocateForm, problem?: Problem): Promise<void> {
    const [{ children, within, gone }, workers] = await Promise.all([this.reach(visit, form.childIds as readonly Uuid[]), visit.locality.workers('social-worker')]);
    if (gone > 0 && within.length === 0) return this.pages.write(reply, outOfReach(gone, workers.items.find(({ id }) => id === form.workerId)?.name));
    await this.pages.write(reply, allocatePage({
      children, gone, workers: workers.items, today: this.pages.clock.today(), form: { ...form, childIds: within }, ...(problem === undefined ? {} : { problem }),
    }));
  }

  /** Who of these is this manager's to know of. `children` are those whose record opens; `within` counts restricted ones too. */
  private async reach({ locality }: Visit, ids: readonly Uuid[]) {
    const pages = [ids.slice(0, AT_ONCE), ids.slice(AT_ONCE)].filter(({ length }) => length > 0);
    const found = (await Promise.all(pages.map((some) => locality.children({ ids: some, limit: AT_ONCE })))).flatMap(({ items }) => items);
    const within = ids.filter((id) => found.some((row) => row.id === id));
    const children = found.filter((row): row is Extract<ChildRow, { kind: 'child' }> => row.kind === 'child')
      .map((row) => ({ id: row.id, name: displayName(row), reference: row.reference, now: row.worker?.name ?? null, workerId: row.worker?.id ?? null }));
    return { children, within, gone: ids.length - within.length };
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
