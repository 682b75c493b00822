import { Readable } from 'node:stream';
import type { Clock } from '@permanence/kernel/values';
import { PARTNERSHIP_NAME } from '@permanence/contracts/partnership';
import { OUT_OF_HOURS, type ReadOnlyMode } from '@permanence/platform/read-only';
import type { FastifyReply } from 'fastify';
import type { CsvDownload } from '../api/locality-hub.js';
import { runningIn } from '../emergency/running.js';
import { atInFull } from '../frame/moment.js';
import { type FrameSettings, type View, frameOf, readOnlyIn } from '../frame/view.js';
import { viewRenderer } from '../frame/views.js';
import type { Assets } from './assets.js';
import type { PortalOptions } from './options.js';
import { type Present, presentIn } from './present.js';
import { holderOf } from './signed-in.guard.js';

/** Writes pages: the one place where a view becomes an answer. */
export class PageWriter {
  private readonly settings: FrameSettings;
  private readonly render = viewRenderer();

  constructor(
    private readonly options: PortalOptions,
    assets: Assets,
    readonly clock: Clock,
    private readonly mode: ReadOnlyMode,
  ) {
    this.settings = { partnership: PARTNERSHIP_NAME, demonstration: options.demonstration !== undefined, outOfHours: OUT_OF_HOURS, assets };
  }

  /** The page of a view, for the person of the visit; never kept by anybody on the way. */
  async write(reply: FastifyReply, view: View): Promise<void> {
    await this.writeFor(reply, view, await presentIn(reply.request.visit));
  }

  /** The page with the person as far as known: for answers where the services themselves may be in trouble. */
  async writeFor(reply: FastifyReply, view: View, { me, running }: Present): Promise<void> {
    const nonce = (reply as { cspNonce?: { script: string } }).cspNonce?.script ?? '';
    const now = this.clock.now();
    const frame = frameOf(
      this.settings, { readOnly: readOnlyIn(this.mode.now), path: pathOf(reply.request.url), nonce, csrf: reply.generateCsrf({ userInfo: holderOf(reply.request) }), loading: this.options.demonstration?.() ?? null, madeAt: atInFull(now), running: running.map((use) => runningIn(use, now)) }, me, view.section,
    );
    const html = this.render(view, frame);
    await reply.status(view.status ?? (view.errors?.length ? 422 : 200)).type('text/html; charset=utf-8').send(html);
  }

  /** A path as people outside the portal reach it. */
  addressOf(path: string): string {
    return `${this.options.publicUrl}${path}`;
  }

  /** After a command: on to a page that can be loaded again. */
  async seeOther(reply: FastifyReply, href: string): Promise<void> {
    await reply.redirect(href, 303);
  }

  /** A file, passed on as it comes. */
  async download(reply: FastifyReply, { fileName, content }: CsvDownload): Promise<void> {
    await this.file(reply, fileName, Readable.from(content));
  }

  /** A file to keep, never shown by the browser. */
  async file(reply: FastifyReply, name: string, content: string | Readable): Promise<void> {
    await reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).send(content);
  }
}

/** The path of a request's address, without what was asked. */
const pathOf = (url: string): string => url.split('?', 1)[0] ?? '';
