import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const ID = '2f1c3a52-6a0e-4b5c-9d7e-0a1b2c3d4e5f';

type Ran = Readonly<{ code: number; stdout: string; stderr: string }>;

const counts = { rows: 3, applied: 1, unchanged: 0, corrected: 1, setAside: 1, findings: 2 };
const header = { name: 'header.csv', module: 'Header', ...counts, refused: null };
const ended = { id: ID, status: 'done', check: false, phase: 'ended', progress: { done: 2, total: 2 }, rows: { total: 3, applied: 1, unchanged: 0, corrected: 1, setAside: 1 }, findings: 2, files: [header], failure: null };
const running = { ...ended, status: 'running', phase: 'applying', progress: { done: 1, total: 2 } };

const problem = (status: number, body: object): [number, object] => [status, { status, ...body }];

describe('the command that imports SSDA903 files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const file = join(folder, 'header.csv');
  let server: Server;
  let origin: string;
  let answers: [number, object][];
  let received: { path: string; authorization: string | undefined; key: string | undefined; body: string }[];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const part of request) body += String(part);
    received.push({ path: `${request.method} ${request.url}`, authorization: request.headers.authorization, key: request.headers['idempotency-key'] as string | undefined, body });
    const [status, answered] = answers.shift() ?? problem(500, {});
    response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' }).end(JSON.stringify(answered));
  };

  /** Runs the command as npm does, against the server of this test unless told otherwise. */
  const run = (args: readonly string[], more: Record<string, string> = {}): Promise<Ran> =>
    new Promise((done) => {
      const env = { ...process.env, NODE_OPTIONS: '', PERMANENCE_URL: origin, PERMANENCE_TOKEN: 'a.b.c', ...more };
      execFile(process.execPath, ['--disable-warning=ExperimentalWarning', 'tools/import/import-903.mjs', ...args], { cwd: ROOT, env }, (fault, stdout, stderr) => done({ code: typeof fault?.code === 'number' ? fault.code : 0, stdout, stderr }));
    });
  const asked = (...args: readonly string[]): readonly string[] => ['--authority', 'E10000028', '--year', '2021', ...args];

  beforeAll(async () => {
    writeFileSync(file, 'CHILD,SEX,DOB\n1,1,01/02/2010\n');
    server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    received = [];
    answers = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('sends the files with what was declared, shows how far it is and what became of the rows', async () => {
    answers = [[202, { id: ID }], [200, running], [200, ended]];
    const { code, stdout, stderr } = await run(asked('--as-at', '2020-12-31', file));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(received.map(({ path }) => path)).toEqual(['POST /api/locality-hub/v1/imports', `GET /api/locality-hub/v1/imports/${ID}`, `GET /api/locality-hub/v1/imports/${ID}`]);
    expect(received[0]).toMatchObject({ authorization: 'Bearer a.b.c', key: expect.stringMatching(/^[\w-]{36}$/) });
    for (const part of ['name="authority"\r\n\r\nE10000028', 'name="year"\r\n\r\n2021', 'name="asAt"\r\n\r\n2020-12-31', 'filename="header.csv"', '1,1,01/02/2010']) expect(received[0]?.body).toContain(part);
    expect(received[0]?.body).not.toContain('name="check"');
    expect(stdout.split('\n').slice(1, 4)).toEqual([
      'Applying to the children’s records: 1 of 2',
      'File        Module  Rows  New  Unchanged  Corrected  Set aside  Findings',
      'header.csv  Header     3    1          0          1          1         2',
    ]);
    expect(stdout).toContain(`1 rows were set aside, with the reason of each: ${origin}/imports/${ID}/set-aside`);
  });

  it('checks only when asked to', async () => {
    answers = [[202, { id: ID }], [200, { ...ended, check: true }]];
    const { code, stdout } = await run(asked('--check', file));
    expect({ code, said: stdout.includes('nothing was applied') }).toEqual({ code: 0, said: true });
    expect(received[0]?.body).toContain('name="check"\r\n\r\ntrue');
  });

  it('ends with 1 when a file was refused whole, and says why', async () => {
    const refused = { ...header, module: null, rows: 0, refused: { code: 'FILE_NOT_RECOGNISED', sentence: 'No module has these columns.' } };
    answers = [[202, { id: ID }], [200, { ...ended, files: [refused] }]];
    expect(await run(asked(file))).toMatchObject({ code: 1, stdout: expect.stringContaining('header.csv: No module has these columns.') });
  });

  it('ends with 1 when the import failed', async () => {
    answers = [[202, { id: ID }], [200, { ...ended, status: 'failed', failure: 'The database went away.' }]];
    expect(await run(asked(file))).toMatchObject({ code: 1, stderr: 'The database went away.\n' });
  });

  it.each<[[number, object], RegExp]>([
    [problem(401, {}), /^The token is not accepted.*\n$/],
    [problem(403, { detail: 'You may not do this.' }), /^You may not do this\.\n$/],
    [problem(404, { detail: 'There is nothing here.' }), /^That council is not this person’s own.*\n$/],
    [problem(422, { detail: 'No.', errors: [{ field: 'year', sentence: 'The collection that ends in 2021 has not begun yet.' }] }), /^The collection that ends in 2021 has not begun yet\.\n$/],
    [problem(500, {}), /^The portal answered 500\. Its log says why\.\n$/],
  ])('says in a sentence why it was refused: %j', async (refusal, sentence) => {
    answers = [refusal];
    expect(await run(asked(file))).toMatchObject({ code: 1, stderr: expect.stringMatching(sentence) });
  });

  it.each<[readonly string[], RegExp]>([
    [['--year', '2021', 'x.csv'], /^Say whose files they are/],
    [['--authority', 'E10000028', 'x.csv'], /^Say the year/],
    [['--authority', 'E10000028', '--year', '2021'], /^Name at least one file/],
    [['--authority', 'E10000028', '--year', '2021', 'missing.csv'], /^There is no file missing\.csv\.\n$/],
    [['--authority', 'E10000028', '--year', '2021', 'libs'], /^libs is a folder\./],
    [['--authority', 'E10000028', '--year', '2021', '--as-at', '2021-02-30', 'x.csv'], /^--as-at 2021-02-30 is not a day/],
    [['--council', 'E10000028'], /^Unknown option/],
  ])('says in a sentence what is wrong with %j', async (args, sentence) => {
    expect(await run(args)).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
  });

  it('says that nothing answers, and that an address needs a token', async () => {
    expect(await run(asked(file), { PERMANENCE_URL: 'http://127.0.0.1:1' })).toMatchObject({ code: 1, stderr: expect.stringMatching(/^http:\/\/127\.0\.0\.1:1 does not answer \(.*\)\. Start it with npm start/) });
    expect(await run(asked(file), { PERMANENCE_TOKEN: '' })).toMatchObject({ code: 1, stderr: expect.stringMatching(/^PERMANENCE_URL is set, so PERMANENCE_TOKEN must be too/) });
    expect(await run(asked('--port', '1', file), { PERMANENCE_URL: '', PERMANENCE_TOKEN: '' })).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Nothing answers at http:\/\/localhost:1/) });
  });
});
