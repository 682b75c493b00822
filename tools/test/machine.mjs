import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { root } from '../start/prepare.mjs';

/** The machine that figures were taken on, in one line. */
export const machine = () => `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${process.versions.node}`;

/** The day, as people write it in a document. */
export const today = () => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format();

/** The commit that was measured, and whether the checkout differs from it. */
export const commit = () => {
  try {
    const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ', changed by hand'}`;
  } catch {
    return 'not a Git checkout';
  }
};
