import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';

describe('the fingerprint of a build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  const file = join(folder, 'deep', 'main.js');
  const seal = join(folder, 'seal');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('differs when a file was cut off, is missing or is new, and does not when nothing changed', () => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(file, 'start();');
    const whole = fingerprint([folder], [seal]);
    writeFileSync(seal, whole);
    expect(fingerprint([folder], [seal])).toBe(whole);
    truncateSync(file, 3);
    const cut = fingerprint([folder], [seal]);
    rmSync(file);
    const missing = fingerprint([folder], [seal]);
    writeFileSync(file, 'start();');
    writeFileSync(join(folder, 'more.js'), '');
    expect(new Set([whole, cut, missing, fingerprint([folder], [seal])]).size).toBe(4);
    expect(fingerprint([join(folder, 'nowhere')])).toBe(fingerprint([]));
  });
});
