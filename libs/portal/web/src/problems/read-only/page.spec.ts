import { Instant } from '@permanence/kernel/values';
import { type ReadOnly, ReadOnlyMode, readOnlyProblem } from '@permanence/platform/read-only';
import type { Problem } from '../../api/problem.js';
import { faultsOf, personAs, rendered, wordsOf } from '../../frame/page.fixture.js';
import { frameOf, readOnlyIn } from '../../frame/view.js';
import { viewRenderer } from '../../frame/views.js';
import { notFoundPage } from '../problem/page.js';
import { readOnlyPage } from './page.js';
import { sentIn } from './sent.js';

const held = new ReadOnlyMode({ since: Instant('2026-11-24T21:41:00.000Z'), planned: true, reason: 'We are moving to a new server' }).now;
const problem = readOnlyProblem(held as ReadOnly) as Problem;
const RELATIONS = '/relations';
const post = (body: unknown, url = RELATIONS) => ({ method: 'POST', url, body });

describe('a command in read-only mode', () => {
  const sent = sentIn(post({ _csrf: 'old', key: 'k-1', kind: 'own-family', note: 'He is <my> cousin.\nWe never met.', tick: ['a', 'b'] }));
  const html = rendered(readOnlyPage(problem, sent, false));

  it('says why, and whom to ring', () => {
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Nothing can be changed just now You can read all that is here, but since 9:41pm on Tuesday 24 November nothing can be changed. The reason: We are moving to a new server.');
    expect(wordsOf(html)).toContain('ring the emergency duty team on 01632 960 117. ');
    expect(html).toContain('READ_ONLY_MODE');
  });

  it('holds what was typed, with a new token and the same key, and shows its text', () => {
    const form = html.slice(html.indexOf('<main')).split('<form')[1]?.split('</form>')[0] ?? '';
    expect(form).toContain('action="/relations"');
    expect([...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value])).toEqual([['_csrf', 't0ken'], ['key', 'k-1'], ['kind', 'own-family'], ['note', 'He is &lt;my&gt; cousin.\nWe never met.'], ['tick', 'a'], ['tick', 'b']]);
    expect(sent?.texts).toEqual(['He is <my> cousin.\nWe never met.']);
    expect(html).toContain('app-as-written">He is &lt;my&gt; cousin.');
  });

  it('asks for files again, and holds nothing where nothing was sent', () => {
    const files = rendered(readOnlyPage(problem, sentIn(post({ year: '2026' }, '/imports/new')), true));
    expect([faultsOf(files), wordsOf(files).includes('Your files were not taken.'), files.includes('Send it again')]).toEqual([[], true, false]);
    expect([sentIn({ method: 'GET', url: '/', body: undefined }), sentIn(post(undefined)), sentIn(post(null))]).toEqual([null, null, null]);
    expect(wordsOf(rendered(readOnlyPage(problem, null, false)))).not.toContain('held on this page');
  });
});

describe('the message on every page', () => {
  const settings = { partnership: 'North Midlands Permanency Partnership', demonstration: true, outOfHours: { words: '1', href: 'tel:1' }, assets: { css: '/assets/app.css', js: '/assets/app.js' } };
  const running = [{ reference: 'CH-4M9T-6R2W', href: '/children/x', left: '44 minutes', until: '9:03pm', endHref: '/emergency-access/x/end' }];
  const madeAt = { iso: '2026-11-24T22:00:00Z', words: 'now' };
  const page = (more: object): string => viewRenderer()(notFoundPage(), frameOf(settings, { nonce: 'n', csrf: 't', loading: { sentence: 'Loading', share: 0.5 }, madeAt, ...more }, personAs('team-manager'), null));
  const messagesIn = (html: string): readonly string[] => html.split('<div class="app-service-message').slice(1).map((part) => (part.split('</div></div>')[0] ?? '').replace(/^[^>]*>/, '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ').trim());

  it('says that people can read, since when and why', () => {
    expect(messagesIn(page({ readOnly: readOnlyIn(held) }))).toEqual([expect.stringContaining('You can read all pages, but change nothing, since Tuesday 24 November 2026 at 9:41pm, as planned. We are moving to a new server. In an emergency you can still open a record.')]);
  });

  it('is one, also while a record is open in an emergency', () => {
    const [message, ...more] = messagesIn(page({ readOnly: readOnlyIn(held), running }));
    expect([message?.includes('CH-4M9T-6R2W'), message?.includes('change nothing'), more]).toEqual([true, true, []]);
  });

  it('is not there where people can change things', () => {
    expect(readOnlyIn(null)).toBeNull();
    expect(messagesIn(page({ readOnly: null }))).toEqual(['Loading']);
  });
});
