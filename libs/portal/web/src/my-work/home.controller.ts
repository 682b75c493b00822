import { Controller, Get, Res } from '@nestjs/common';
import { REGION } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import { ACCESS_LOG } from '../access-log/addresses.js';
import { scorecardHref } from '../figures/addresses.js';
import { firstPageOf } from '../frame/view.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { myWorkPage } from './children/page.js';
import { dataWorkPage } from './imports/page.js';

/** As many children as a first page looks at: a worker has a dozen, a team some hundreds. */
const LOOKED_AT = 500;

/** The first page of each person. */
@Controller()
@ForSignedIn()
export class HomeController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async home(@Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const first = firstPageOf(await visit.me());
    switch (first) {
      case 'children': return this.children(visit, reply);
      case 'imports': return this.data(visit, reply);
      case 'access-log': return this.pages.seeOther(reply, ACCESS_LOG);
      case 'figures': return this.pages.seeOther(reply, scorecardHref());
    }
  }

  private async children(visit: Visit, reply: FastifyReply): Promise<void> {
    const { capabilities } = await visit.me();
    const scope = capabilities['child:list'] === 'own' ? 'mine' : 'team';
    const [children, notAllocated, clocks] = await Promise.all([
      visit.locality.children({ scope, lookedAfter: true, sort: 'next-due', limit: LOOKED_AT }),
      capabilities['child:allocate-worker'] === undefined ? null : visit.locality.children({ scope: 'not-allocated', lookedAfter: true, limit: 20 }),
      visit.locality.clocks(),
    ]);
    await this.pages.write(reply, myWorkPage({ today: this.pages.clock.today(), scope, children, notAllocated, clocks: clocks.items }));
  }

  private async data(visit: Visit, reply: FastifyReply): Promise<void> {
    const [me, imports, horizons] = await Promise.all([visit.me(), visit.locality.imports({ limit: 20 }), visit.regional.horizons()]);
    await this.pages.write(reply, dataWorkPage(imports.items, horizons.items.find(({ authority }) => authority === me.authority.code && authority !== REGION)));
  }
}
