import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a process of this number runs. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const holderOf = async (file: string): Promise<number> => Number(await readFile(file, 'utf8').catch(() => '0'));

/**
 * Makes this process the only user of a data folder; a lock whose process is gone is taken over.
 * @returns what gives the folder back.
 * @throws Error with a sentence when another process uses it or it cannot be written to.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const file = join(folder, 'in-use');
  for (;;) {
    try {
      const handle = await open(file, 'wx', 0o600);
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw new Error(`The folder ${folder} cannot be written to. Choose another with --data, or mend its permissions.`, { cause });
      const holder = await holderOf(file);
      if (holder !== process.pid && isAlive(holder)) throw new Error(`The folder ${folder} is in use by process ${holder}. Stop that one first, or choose another folder with --data.`, { cause });
      await rm(file, { force: true });
    }
  }
};
