import type { Problem } from '../../api/problem.js';
import type { View } from '../../frame/view.js';
import { HOME } from '../problem/page.js';
import type { Sent } from './sent.js';

export type ReadOnlyPage = Readonly<{ heading: string; detail: string; code: string; sent: Sent | null; files: boolean; home: typeof HOME }>;

/** A command in read-only mode: why it was not done, and what was typed, ready to be sent again. Files are not held: they are chosen again. */
export const readOnlyPage = ({ detail, code }: Problem, sent: Sent | null, files: boolean): View<ReadOnlyPage> => {
  const heading = 'Nothing can be changed just now';
  return { template: 'problems/read-only/page.njk', title: heading, section: null, crumbs: [], status: 503, page: { heading, detail, code, sent: files ? null : sent, files, home: HOME } };
};
