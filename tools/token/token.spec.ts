import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createIssuer } from '@permanence/embedded/issuer';
import { Identity, identityConfiguration } from '@permanence/platform/identity';

const ROOT = resolve(import.meta.dirname, '../..');

/** What the command prints and how it ends. */
const run = async (...args: string[]) => {
  const child = spawn(process.execPath, [join(ROOT, 'tools/token/token.mjs'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (part: Buffer) => { said.stdout += part.toString(); });
  child.stderr.on('data', (part: Buffer) => { said.stderr += part.toString(); });
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...said };
};

describe('the command that prints a token', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'token-'));
  const faults: unknown[] = [];
  let server: Server;
  let port: string;

  beforeAll(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = String((server.address() as AddressInfo).port);
    const issuer = await createIssuer({
      publicUrl: `http://localhost:${port}`, dataFolder, realmFile: join(ROOT, 'deploy/keycloak/realm.json'), environment: {}, report: (fault) => faults.push(fault),
    });
    server.on('request', issuer.handle);
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(dataFolder, { recursive: true });
  });

  it('prints a token of 60 minutes of the first such person, and nothing else', async () => {
    const { code, stdout, stderr } = await run('--role', 'performance-officer', '--authority', 'E06000020', '--port', port);
    expect({ code, stderr, faults }).toEqual({ code: 0, stderr: '', faults: [] });
    const claims = JSON.parse(Buffer.from(stdout.split('.')[1] ?? '', 'base64url').toString()) as { iat: number; exp: number };
    expect(claims.exp - claims.iat).toBe(3600);
    const who = await new Identity(identityConfiguration({ KEYCLOAK_URL: `http://localhost:${port}` })).identify(`Bearer ${stdout.trim()}`);
    expect(who).toMatchObject({ name: 'Prudence Elwell', authority: 'E06000020', roles: ['performance-officer'] });
  });

  it('signs in regional people too', async () => {
    expect(await run('--role', 'slt-member', '--authority', 'region', '--port', port)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/) });
  });

  it.each([
    [['--role', 'slt-member', '--authority', 'E06000020'], /^There is no slt-member in E06000020\. There is .*slt-member in region.*\n$/],
    [['--role', 'slt-member'], /^Say who: .*\n$/],
    [['--rule', 'slt-member'], /^Say who: .*\n$/],
  ])('says in a sentence what is wrong with %j', async (args, sentence) => {
    expect(await run(...args, '--port', port)).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
  });

  it('says that nothing is started', async () => {
    expect(await run('--role', 'qa-auditor', '--authority', 'E06000020', '--port', '1')).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/^Nothing answers at .*npm start.*\n$/) });
  });
});
