import { Readable } from 'node:stream';
import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { Month, REGION, type TenantId } from '@permanence/kernel/values';
import type { FastifyReply } from 'fastify';
import type { PackAddress, PackVersion } from '../api/packs.js';
import { PageWriter } from '../web/page.writer.js';
import { ForSignedIn } from '../web/signed-in.guard.js';
import { type Visit, Visiting } from '../web/visit.js';
import { packsPage, placeAsked } from './list/page.js';
import { packPage } from './pack/page.js';

/** A pack in an address; what is none is a page that is not there. */
export const packIn = (authority: string, month: string): PackAddress => {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || !(authority === REGION || /^[ENSW]\d{8}$/.test(authority))) throw new NotFoundException();
  return { authority: authority as TenantId, month: Month(month) };
};

const versionIn = (version: string | undefined): Readonly<{ version?: PackVersion }> => (version === 'public' || version === 'management' ? { version } : {});

/** Frozen packs to read and to take away. */
@Controller('region/packs')
@ForSignedIn()
export class PacksController {
  constructor(private readonly pages: PageWriter) {}

  @Get()
  async list(@Query('authority') asked: string | undefined, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const [me, { items: horizons }] = await Promise.all([visit.me(), visit.regional.horizons()]);
    const authority = placeAsked(asked, horizons, me);
    await this.pages.write(reply, packsPage({ me, horizons, authority, packs: (await visit.regional.packs(authority)).items }));
  }

  @Get(':authority/:month')
  pack(@Param('authority') authority: string, @Param('month') month: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show(packIn(authority, month), visit, reply);
  }

  @Get(':authority/:month/public')
  published(@Param('authority') authority: string, @Param('month') month: string, @Visiting() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    return this.show({ ...packIn(authority, month), version: 'public' }, visit, reply);
  }

  @Get(':authority/:month/figures.csv')
  async csv(@Param('authority') authority: string, @Param('month') month: string, @Query('version') version: string | undefined, @Visiting() { regional }: Visit, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.download(reply, await regional.packCsv({ ...packIn(authority, month), ...versionIn(version) }));
  }

  @Get(':authority/:month/pack.pdf')
  async pdf(@Param('authority') authority: string, @Param('month') month: string, @Query('version') version: string | undefined, @Visiting() { regional }: Visit, @Res() reply: FastifyReply): Promise<void> {
    const { fileName, content } = await regional.packPdf({ ...packIn(authority, month), ...versionIn(version) });
    await reply.type('application/pdf').header('content-disposition', `attachment; filename="${fileName}"`).send(Readable.from(content));
  }

  private async show(of: PackAddress, visit: Visit, reply: FastifyReply): Promise<void> {
    const [me, { items: horizons }, pack] = await Promise.all([visit.me(), visit.regional.horizons(), visit.regional.pack(of)]);
    await this.pages.write(reply, packPage({ me, horizons, pack }));
  }
}
