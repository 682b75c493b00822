import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1)).flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));

/** One hash of names and contents of files, and of all files in folders. What is not there counts as empty. */
export const fingerprint = (paths, except = []) => {
  const hash = createHash('sha256');
  const files = paths.filter((path) => existsSync(path)).flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
  for (const file of files.filter((each) => !except.includes(each))) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};
