import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askToRebuild, openOperatorDoor } from './operator-door.js';

describe('the door for an operator’s command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'door-'));
  const note = join(folder, 'operator.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says that nobody runs there, when nobody does and when one was killed', async () => {
    expect(await askToRebuild(folder)).toBe(false);
    writeFileSync(note, JSON.stringify({ port: 1, secret: 'x' }));
    expect(await askToRebuild(folder)).toBe(false);
  });

  it('rebuilds when asked by somebody who may read the data folder, and by nobody else', async () => {
    let rebuilt = 0;
    const close = await openOperatorDoor(folder, () => Promise.resolve(void (rebuilt += 1)));
    const { port } = JSON.parse(readFileSync(note, 'utf8')) as { port: number };
    const strange = await fetch(`http://127.0.0.1:${port}/rebuild`, { method: 'POST', headers: { authorization: 'Bearer x' } });
    expect([strange.status, rebuilt, statSync(note).mode & 0o777]).toEqual([404, 0, 0o600]);
    expect([await askToRebuild(folder), rebuilt]).toEqual([true, 1]);
    await close();
    expect(await askToRebuild(folder)).toBe(false);
  });

  it('tells why a rebuild did not succeed', async () => {
    const close = await openOperatorDoor(folder, () => Promise.reject(new Error('The database went away.')));
    await expect(askToRebuild(folder)).rejects.toThrow('The database went away.');
    await close();
  });
});
