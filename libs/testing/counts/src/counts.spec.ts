import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, isFull } from './index.js';

describe('how often a test of the table does its thing', () => {
  const before = { ...process.env };
  const folder = mkdtempSync(join(tmpdir(), 'counts-'));
  const file = join(folder, 'figures');

  afterEach(() => {
    for (const name of ['PERMANENCE_TEST_FULL', 'PERMANENCE_FIGURES']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is few times in the ordinary run, and nothing is noted', () => {
    delete process.env['PERMANENCE_TEST_FULL'];
    delete process.env['PERMANENCE_FIGURES'];
    expect([count('T2', 500, 10_000), isFull()]).toEqual([500, false]);
  });

  it('is the table’s figure in the long run, which notes it', () => {
    process.env['PERMANENCE_TEST_FULL'] = '1';
    process.env['PERMANENCE_FIGURES'] = file;
    expect([count('T2', 500, 10_000), isFull()]).toEqual([10_000, true]);
    expect(readFileSync(file, 'utf8')).toBe('{"test":"T2","figure":"10,000"}\n');
  });
});
