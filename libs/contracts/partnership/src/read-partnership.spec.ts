import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AUTHORITIES, NORTH_MIDLANDS, PARTNERSHIP_NAME, checkPartnership } from './partnership.js';
import { readPartnership } from './read-partnership.js';

const KENT = { code: 'E10000016', name: 'Kent County Council', shortName: 'Kent', dfeCode: '886' };
const MEDWAY = { code: 'E06000035', name: 'Medway Council', shortName: 'Medway', dfeCode: '887' };

describe('a partnership from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-partnership-'));
  const file = join(folder, 'partnership.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  const told = (content: unknown): string => {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const fault = (content: unknown): string => {
    try {
      readPartnership(told(content));
      return 'none';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('has a name and its councils in their order', () => {
    expect(readPartnership(told({ name: ' Garden of England ', councils: [KENT, MEDWAY] }))).toEqual({ name: 'Garden of England', councils: [KENT, MEDWAY] });
  });

  it('is the four where no file is named, and nothing is wrong then', () => {
    expect([PARTNERSHIP_NAME, AUTHORITIES]).toEqual([NORTH_MIDLANDS.name, NORTH_MIDLANDS.councils]);
    expect(checkPartnership).not.toThrow();
  });

  it('says in plain words what is wrong with a file', () => {
    expect(fault('{')).toBe(`PARTNERSHIP_FILE names ${file}, which is not JSON.`);
    expect(() => readPartnership(join(folder, 'nowhere.json'))).toThrow('which cannot be read.');
    expect(fault([])).toContain('It is an object with name and councils, and nothing else.');
    expect(fault({ name: '', councils: [] })).toContain('The name of the partnership is empty.\nThere is no council.');
    expect(fault({ name: 'Kent', councils: [KENT, { ...MEDWAY, code: 'Medway' }] })).toContain('Council 2: "Medway" is not the code of a council, such as E10000028.');
    expect(fault({ name: 'Kent', councils: [{ ...KENT, code: 'region' }] })).toContain('Council 1: "region" is not the code of a council');
    expect(fault({ name: 'Kent', councils: [{ ...KENT, dfeCode: '88' }, { ...MEDWAY, shortName: undefined }] })).toContain('Council 1: a dfeCode is not three digits.\nCouncil 2: a shortName is missing.');
    expect(fault({ name: 'Kent', councils: [{ ...KENT, people: 1 }] })).toContain('Council 1: a council is an object with code, name, shortName and dfeCode, and nothing else.');
    expect(fault({ name: 'Kent', councils: [KENT, MEDWAY, KENT] })).toContain('Council 3: E10000016 is there twice.');
  });

  it('is taken by a process from its environment, once and whole', () => {
    const said = (PARTNERSHIP_FILE: string): string => spawnSync(
      process.execPath, ['--import', '@swc-node/register/esm-register', '--input-type=module', '-e', `const p = await import('@permanence/contracts/partnership'); p.checkPartnership(); process.stdout.write([p.PARTNERSHIP_NAME, p.AUTHORITIES.length, p.isPartner('E10000028')].join(' '));`],
      { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', PARTNERSHIP_FILE } },
    ).stdout.trim();
    expect(said(told({ name: 'Garden of England', councils: [KENT, MEDWAY] }))).toBe('Garden of England 2 false');
    expect(said(told({ name: 'Garden of England', councils: [] }))).toBe('');
  });
});
