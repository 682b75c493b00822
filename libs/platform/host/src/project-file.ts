import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootAbove = (folder: string): string => {
  if (existsSync(join(folder, 'package-lock.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('The folder that holds package-lock.json was not found above the running program.');
  return rootAbove(above);
};

const root = rootAbove(dirname(fileURLToPath(import.meta.url)));

/** A file that the product ships beside its code (`data/…`, `examples/…`, `deploy/…`), the same from source, from `dist` and in an image. */
export const projectFile = (...path: readonly string[]): string => join(root, ...path);
