import { withQuery } from '../../frame/address.js';
import type { PlanPath } from '../../api/plan.js';
import { childHref } from '../addresses.js';

/** To a question about a child's plan; `step` and `side` say which one it is about. */
export const planHref = (child: string, path: PlanPath, about: Readonly<{ step?: string; side?: string }> = {}): string => withQuery(`${childHref(child, 'plan')}/${path}`, about);

/** To the plan after a save that was put together with what others wrote since a version. */
export const meanwhileHref = (child: string, since: string): string => withQuery(childHref(child, 'plan'), { meanwhile: since });
