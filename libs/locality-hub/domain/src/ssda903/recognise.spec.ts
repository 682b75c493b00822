import fc from 'fast-check';
import { MODULES, type ModuleName } from './modules.js';
import { cellsOf, recognise } from './recognise.js';

const modules = Object.keys(MODULES) as ModuleName[];

const recognised = (firstLine: readonly string[]) => {
  const result = recognise(firstLine);
  if (!result.ok) throw new Error(result.refusal.sentence);
  return result;
};

const refused = (firstLine: readonly string[]) => {
  const result = recognise(firstLine);
  if (result.ok) throw new Error(`recognised as ${result.module}`);
  return result;
};

describe('recognising a file by its first line', () => {
  it('knows each module in any order and case, with other columns between', () => {
    const firstLine = fc.constantFrom(...modules).chain((module) =>
      fc.record({ module: fc.constant(module), columns: fc.shuffledSubarray([...MODULES[module], 'Team', 'worker'], { minLength: MODULES[module].length + 2 }), lower: fc.boolean() }),
    );
    fc.assert(fc.property(firstLine, ({ module, columns, lower }) => {
      const result = recognised(columns.map((column) => (lower ? ` ${column.toLowerCase()} ` : column)));
      expect(result.module).toBe(module);
      expect(result.mended).toBe(false);
      expect(result.ignored.map((name) => name.toLowerCase()).sort()).toEqual(['team', 'worker']);
    }));
  });

  it('takes the module with most columns where a file holds several', () => {
    expect(recognised([...MODULES.Header, 'DUC']).module).toBe('Header');
    expect(recognised([...MODULES.Header, 'DUC']).ignored).toEqual(['DUC']);
    expect(recognised([...MODULES.Names, ...MODULES.Episodes]).module).toBe('Episodes');
  });

  it('reads over a byte order mark', () => {
    expect(recognised(['\uFEFFCHILD', 'DOB', 'REVIEW', 'REVIEW_CODE']).module).toBe('Reviews');
  });

  it('reads the first of two columns with one name, and shows the other', () => {
    const { map, ignored } = recognised(['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE', 'DOB']);
    expect(ignored).toEqual(['DOB']);
    expect(cellsOf(map, ['1', 'a', 'b', 'c', 'd'])).toMatchObject({ DOB: 'A' });
  });

  it('names what is missing from the nearest module', () => {
    const result = refused(['CHILD', 'DOB', 'REVIEW_DATE', 'REVIEW_CODE']);
    expect(result.refusal.code).toBe('FILE_NOT_RECOGNISED');
    expect(result).toMatchObject({ nearest: 'Reviews', missing: ['REVIEW'] });
    expect(result.refusal.sentence).toBe('The file is not one of the return. It is nearest to Reviews, but lacks REVIEW.');
    expect(refused(MODULES.Episodes.slice(2)).refusal.sentence).toContain('lacks CHILD and DECOM.');
  });

  it.each([[[]], [['']], [['a', 'b']]])('refuses a first line that is none: %j', (firstLine) => {
    expect(refused(firstLine).refusal.sentence).toContain('none of the columns');
  });
});

describe('set-aside rows sent again', () => {
  const added = ['ROW', 'COLUMN', 'CODE', 'REASON'];

  it('are mended rows, and what the download added is ignored silently', () => {
    expect(recognised([...MODULES.Reviews, ...added])).toMatchObject({ module: 'Reviews', mended: true, ignored: [] });
    expect(recognised(['FILE', 'MODULE', ...MODULES.Reviews, ...added, 'Team'])).toMatchObject({ mended: true, ignored: ['Team'] });
  });

  it('are not what a file of the council is that has a column called Row', () => {
    expect(recognised(['Row', ...MODULES.Reviews])).toMatchObject({ mended: false, ignored: ['Row'] });
  });
});

describe('reading a row', () => {
  const { map } = recognised(['review_code', 'Team', 'CHILD', 'REVIEW', 'DOB']);

  it('trims, reads capitals and leaves other columns out', () => {
    expect(cellsOf(map, [' pn1', 'North', 'ab12 ', '20/05/2020', ''])).toEqual({ CHILD: 'AB12', DOB: '', REVIEW: '20/05/2020', REVIEW_CODE: 'PN1' });
  });

  it('is not possible with more or fewer cells than the first line', () => {
    expect(cellsOf(map, ['PN1', 'North', 'AB12', '20/05/2020'])).toBeUndefined();
    expect(cellsOf(map, ['PN1', 'North', 'AB12', '20/05/2020', '', ''])).toBeUndefined();
  });

  it('keeps names as people write them, and the sibling group only where the file has one', () => {
    const names = recognised(['CHILD', 'FORENAME', 'SURNAME']).map;
    expect(cellsOf(names, ['a1', 'Siân ', 'de Souza'])).toEqual({ CHILD: 'A1', FORENAME: 'Siân', SURNAME: 'de Souza' });
    const siblings = recognised(['CHILD', 'FORENAME', 'SURNAME', 'SIBLING_GROUP']);
    expect(siblings.ignored).toEqual([]);
    expect(cellsOf(siblings.map, ['a1', 'Siân', 'de Souza', 'g1'])).toMatchObject({ SIBLING_GROUP: 'G1' });
  });
});
