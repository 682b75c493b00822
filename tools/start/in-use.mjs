import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a process of this number runs. */
export const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
};

/** The process that uses a data folder now, or undefined. */
export const inUseBy = (folder) => {
  const lock = join(folder, 'postgres', 'in-use');
  const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  return pid > 0 && isAlive(pid) ? pid : undefined;
};
