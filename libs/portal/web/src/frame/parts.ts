import type { Capability } from '@permanence/platform/identity';
import type { Me } from '../api/locality-hub.js';
import type { Section } from './view.js';

/** A page of a section, for those who have a capability. */
type Part = Readonly<{ text: string; href: string; needs: Capability }>;

/** The pages of a section in the order of its navigation; a section with one page has none. */
const PARTS: Readonly<Partial<Record<Section, readonly Part[]>>> = {
  children: [
    { text: 'All children', href: '/children', needs: 'child:list' }, { text: 'On the way to permanence', href: '/children/tracker', needs: 'tracker:read' },
  ],
  region: [
    { text: 'Scorecard', href: '/region/scorecard', needs: 'kpi:read' }, { text: 'Tracker', href: '/region/tracker', needs: 'tracker:read-region' },
    { text: 'Harder to place', href: '/region/harder-to-place', needs: 'tracker:read-region' }, { text: 'Months frozen', href: '/region/packs', needs: 'kpi:read' }, { text: 'What councils share', href: '/region/sharing', needs: 'sharing-agreement:read' },
  ],
};

/** The pages that a person may open in a section; the one of this address, or that it lies under, is marked. */
export const partsOf = ({ capabilities }: Pick<Me, 'capabilities'>, section: Section | null, path: string): readonly Readonly<{ text: string; href: string; active: boolean }>[] => {
  const allowed = (section === null ? [] : (PARTS[section] ?? [])).filter(({ needs }) => capabilities[needs] !== undefined);
  const [here] = allowed.filter(({ href }) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.href.length - a.href.length);
  return allowed.length < 2 ? [] : allowed.map((part) => ({ text: part.text, href: part.href, active: part === here }));
};
