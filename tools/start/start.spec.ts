import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { howAgain, whyAgain } from './demonstration.mjs';
import { stillInUseBy } from './in-use.mjs';

const ROOT = resolve(import.meta.dirname, '../..');

type Ran = Readonly<{ code: number; stdout: string; stderr: string }>;

/** Runs a command of this folder to its end. What it refuses, it refuses before it installs or builds. */
const run = (script: string, ...args: readonly string[]): Promise<Ran> =>
  new Promise((done) => {
    const child = execFile(process.execPath, [join('tools', 'start', script), ...args], { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '' } }, (fault, stdout, stderr) => done({ code: typeof fault?.code === 'number' ? fault.code : 0, stdout, stderr }));
    child.stdin?.end('no\n');
  });

describe('what npm start refuses, in a sentence that says what to do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  let taken: Server;
  let port: string;

  beforeAll(async () => {
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    port = String((taken.address() as AddressInfo).port);
  });
  afterAll(() => {
    taken.close();
    rmSync(folder, { recursive: true });
  });

  it('a port that is taken', async () => {
    expect(await run('start.mjs', '--port', port)).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(`^\nPort ${port} is taken by another program\\. Stop that one, or choose another port: npm start -- --port \\d+\n$`) });
  });

  it.each([
    [['--port', '99999'], /--port 99999 is not a port/],
    [['--today', '2026-02-30'], /--today 2026-02-30 is not a day/],
    [['--colour'], /Unknown option '--colour'.*\n\nnpm start -- \[--port N\]/],
  ])('%j', async (args, sentence) => {
    expect(await run('start.mjs', ...args)).toMatchObject({ code: 1, stderr: expect.stringMatching(sentence) });
  });

  it('a data folder that cannot be one', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await run('start.mjs', '--port', '18999', '--data', join(file, 'data'))).toMatchObject({ code: 1, stderr: expect.stringMatching(/cannot be written to \(ENOTDIR\)\. Mend its permissions, or choose another folder: npm start -- --data DIR/) });
  });

  it('a data folder that another process uses; reset leaves it alone too', async () => {
    const data = join(folder, 'used');
    mkdirSync(join(data, 'postgres'), { recursive: true });
    writeFileSync(join(data, 'postgres', 'in-use'), String(process.pid));
    writeFileSync(join(data, 'operator.json'), '{}');
    expect(await run('start.mjs', '--port', '18999', '--data', data)).toMatchObject({ code: 1, stderr: expect.stringContaining(`is in use by process ${process.pid}`) });
    expect(await run('reset.mjs', '--yes', '--data', data)).toMatchObject({ code: 1, stderr: expect.stringContaining(`is in use by process ${process.pid}`) });
    expect(existsSync(data)).toBe(true);
  });
});

describe('a data folder that another process is just leaving', () => {
  const data = mkdtempSync(join(tmpdir(), 'leaving-'));
  afterAll(() => rmSync(data, { recursive: true }));

  it('is waited for', async () => {
    mkdirSync(join(data, 'postgres'));
    const lock = join(data, 'postgres', 'in-use');
    writeFileSync(lock, String(process.pid));
    setTimeout(() => rmSync(lock), 500);
    const said: string[] = [];
    expect(await stillInUseBy(data, (line) => said.push(line))).toBeUndefined();
    expect(said).toEqual([`Process ${process.pid} is just leaving ${data}; waiting for it …`]);
  });
});

describe('a demonstration that is loaded', () => {
  const data = mkdtempSync(join(tmpdir(), 'demonstration-'));
  const noted = (what: object): void => writeFileSync(join(data, 'demonstration.json'), JSON.stringify(what));
  afterAll(() => rmSync(data, { recursive: true }));

  it('is left alone for two weeks, then offers to be made again', () => {
    expect(whyAgain(data, '2026-11-24')).toBeUndefined();
    noted({ today: '2026-11-24', whole: true });
    expect(whyAgain(data, '2026-12-08')).toBeUndefined();
    expect(whyAgain(data, '2026-12-09')).toBe(`The demonstration in ${data} ends on 2026-11-24, 15 days ago: nothing has happened in it since.`);
  });

  it('names the commands to make it again, with the folder where it is not the usual one', () => {
    expect(howAgain(resolve('.data'))).toBe('To make it again: npm run reset, then npm start.');
    expect(howAgain('/srv/permanence')).toBe('To make it again: npm run reset -- --data /srv/permanence, then npm start -- --data /srv/permanence.');
  });

  it('goes on when it was cut off, for the day for which it was begun', () => {
    noted({ today: '2026-01-01', whole: false });
    expect(whyAgain(data, '2026-12-09')).toBeUndefined();
  });

  it('of an earlier version holds less, and says so', () => {
    noted({ whole: true });
    expect(whyAgain(data, '2026-11-24')).toMatch(/^The demonstration in .* was made on \d{4}-\d{2}-\d{2} by an earlier version, and holds less than this one would\.$/);
  });
});

describe('npm run reset', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reset-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('asks first, and empties the folder only when the answer is yes', async () => {
    expect(await run('reset.mjs', '--data', folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing was changed.') });
    expect(existsSync(folder)).toBe(true);
    expect(await run('reset.mjs', '--yes', '--data', folder)).toMatchObject({ code: 0, stdout: `${folder} is empty.\n` });
    expect(existsSync(folder)).toBe(false);
  });
});
