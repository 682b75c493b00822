import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '@permanence/platform/host';

export type Assets = Readonly<{ folder: string; css: string; js: string }>;

/** Names of style sheet and script as they were built. @throws Error with a sentence when they were not. */
export const assetsIn = (folder: string = projectFile('dist', 'assets')): Assets => {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) throw new Error('The style sheet and the script of the portal were not built. Run: node libs/portal/web/build.mjs');
  const { css, js } = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<'css' | 'js', string>>;
  return { folder, css: `/assets/${css}`, js: `/assets/${js}` };
};
