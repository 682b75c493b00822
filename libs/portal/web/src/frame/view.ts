import type { Capability } from '@permanence/platform/identity';
import type { Me } from '../api/locality-hub.js';
import type { ReadOnly } from '@permanence/platform/read-only';
import { type Moment, atInFull } from './moment.js';
import { partsOf } from './parts.js';
import { roleWords } from '../words/names.js';
import { listed } from '../words/numbers.js';

/** A section of the service navigation, in its order. */
export type Section = 'my-work' | 'children' | 'region';
export type Crumb = Readonly<{ text: string; href: string }>;
/** One thing to mend, in the words that stand at its field too. */
export type FormError = Readonly<{ text: string; href: string }>;

/** A page as plain data: which template, what stands in it. `page` is the page's own model, the rest is the frame's. */
export type View<Model extends object = object> = Readonly<{
  template: string; title: string; section: Section | null; crumbs: readonly Crumb[]; page: Model;
  status?: number; errors?: readonly FormError[]; print?: Print;
}>;

/** How a page stands on paper: the filter it was asked for with, in words; across the sheet where a table is broad. */
export type Print = Readonly<{ filter?: string; landscape?: boolean }>;

/** Whether a page tells of people or of figures not yet published, or is open to everybody as help is. */
export const markingOf = ({ section }: Pick<View, 'section'>): 'Official - sensitive' | 'Official' => (section === null ? 'Official' : 'Official - sensitive');

/** How far the demonstration councils are loaded; null when there is nothing to say. */
export type LoadProgress = Readonly<{ sentence: string; share: number }>;

/** What the frame shows around every page. `base` is the portal's own settings, the same for everybody. */
export type Frame = Readonly<{
  partnership: string; homeHref: string; demonstration: boolean; outOfHours: Readonly<{ words: string; href: string }>;
  assets: Readonly<{ css: string; js: string }>; nonce: string; csrf: string; loading: LoadProgress | null; madeAt: Moment;
  person: Readonly<{ name: string; roles: string; where: string }> | null;
  sections: readonly Readonly<{ text: string; href: string; active: boolean }>[];
  /** The pages of this section that the person may open; empty where there is one. */
  parts: ReturnType<typeof partsOf>;
  /** Emergency access that the person has now: every page says so until it ends. */
  running: readonly RunningAccess[];
  /** That nothing can be changed, since when and why; null when people can. */
  readOnly: ReadOnlyMessage | null;
  /** Pages of the person's own that no section leads to. */
  ownLinks: readonly Readonly<{ text: string; href: string }>[];
}>;

export type RunningAccess = Readonly<{ reference: string; href: string; left: string; until: string; endHref: string }>;
export type ReadOnlyMessage = Readonly<{ since: Moment; planned: boolean; reason: string }>;
export type FrameSettings = Pick<Frame, 'partnership' | 'demonstration' | 'outOfHours' | 'assets'>;
export type FrameMoment = Pick<Frame, 'nonce' | 'csrf' | 'loading' | 'madeAt'> & Partial<Pick<Frame, 'running' | 'readOnly'>> & Readonly<{ path?: string }>;

/** Read-only mode as the message on every page shows it. */
export const readOnlyIn = (held: ReadOnly | null): ReadOnlyMessage | null => (held === null ? null : { ...held, since: atInFull(held.since) });

/** The frame for somebody who is signed in (`me`) or not (null). */
export const frameOf = (settings: FrameSettings, { path = '', ...moment }: FrameMoment, me: Me | null, section: Section | null): Frame => ({
  ...settings, ...moment, parts: me === null ? [] : partsOf(me, section, path),
  homeHref: me === null ? '/sign-in' : '/',
  person: me === null ? null : { name: me.name, roles: listed(me.roles.map(roleWords)), where: me.authority.code === 'region' ? 'the region' : me.authority.name },
  running: moment.running ?? [],
  readOnly: moment.readOnly ?? null,
  ownLinks: me === null ? [] : ownLinksOf(me),
  sections: me === null ? [] : sectionsOf(me).map(({ id, text, href }) => ({ text, href, active: id === section })),
});

const OWN_LINKS: readonly (readonly [Capability, string, string])[] = [['alert:read', 'Alerts', '/alerts'], ['break-glass:use', 'Emergency access', '/emergency-access'], ['relation:declare', 'Children you know', '/relations'], ['sharing-agreement:read', 'What councils share', '/region/sharing']];

const ownLinksOf = ({ capabilities }: Me): Frame['ownLinks'] => OWN_LINKS.filter(([capability]) => capabilities[capability] !== undefined).map(([, text, href]) => ({ text, href }));

/** A section is there only if one page under it is allowed. */
export const sectionsOf = (me: Me): readonly Readonly<{ id: Section; text: string; href: string }>[] => [
  ...(firstPageOf(me) === 'figures' ? [] : [{ id: 'my-work', text: 'My work', href: '/' } as const]),
  ...(me.capabilities['child:list'] === undefined ? [] : [{ id: 'children', text: 'Children', href: '/children' } as const]),
  ...(me.capabilities['kpi:read'] === undefined ? [] : [{ id: 'region', text: 'Region', href: '/region/scorecard' } as const]),
];

export type FirstPage = 'children' | 'imports' | 'access-log' | 'figures';

/** What a person sees first: the answer to the question that the role comes with (portal.md 1). */
export const firstPageOf = ({ capabilities }: Pick<Me, 'capabilities'>): FirstPage => {
  if (capabilities['import:manage'] !== undefined) return 'imports';
  if (capabilities['access-log:read'] === 'authority' && capabilities['child:allocate-worker'] === undefined) return 'access-log';
  return capabilities['child:list'] === undefined ? 'figures' : 'children';
};
