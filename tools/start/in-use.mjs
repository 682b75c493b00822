import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

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

const STOP_LIMIT_MS = 30_000;
const LOOK_AGAIN_MS = 100;

/** A process that runs takes an operator's wishes; one that stops has closed that door first, and one that starts opens it last. */
const isRunning = (folder) => existsSync(join(folder, 'operator.json'));

/** Waits for a process that is stopping. @returns the process that uses the folder all the same, or undefined */
export const stillInUseBy = async (folder, say) => {
  let told = false;
  for (const end = Date.now() + STOP_LIMIT_MS; inUseBy(folder) !== undefined && !isRunning(folder) && Date.now() < end; await wait(LOOK_AGAIN_MS)) {
    if (!told) say(`Process ${inUseBy(folder)} is just leaving ${folder}; waiting for it …`);
    told = true;
  }
  return inUseBy(folder);
};
