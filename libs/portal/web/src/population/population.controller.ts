import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Problem } from '../api/problem.js';
import { POPULATION } from '../figures/addresses.js';
import { type Form, keyIn, newKey, one } from '../web/form.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { type PopulationForm, populationPage } from './page.js';

/** A number as people type it, `170,300` too. */
const digitsOf = (typed: string): string => typed.replaceAll(/[,\s]/g, '');

/** How many children live in the council's area. */
@Controller('region/population')
@ForSignedIn()
export class PopulationController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  list(@Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(visit, reply);
  }

  @Post()
  async enter(@Body() sent: Form, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const form: PopulationForm = { year: one(sent, 'year'), children: one(sent, 'children'), source: one(sent, 'source') };
    const outcome = await visit.regional.enterPopulation({ ...form, children: digitsOf(form.children) }, keyIn(sent));
    await (outcome.ok ? this.pages.seeOther(reply, POPULATION) : this.show(visit, reply, { form, problem: outcome.problem }));
  }

  private async show({ me, regional }: Visit, reply: FastifyReply, sent?: Readonly<{ form: PopulationForm; problem: Problem }>): Promise<void> {
    const [{ authority }, { items }] = await Promise.all([me(), regional.populations()]);
    await this.pages.write(reply, populationPage({ place: authority.name, entries: items, today: this.pages.clock.today(), key: newKey(), ...sent }));
  }
}
