import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { LOCALITY_HUB_SCHEMA, localityHubMigrations } from '../migrations/migrations.js';
import { type Files, SHROPSHIRE, TELFORD, councilIn, episodes, headers, officerOf } from './import.fixture.js';

const ada = 'A1,01/06/2025,S,C1,N1,U6,PR1,,,,TF1 1AA,TF1 2AA,SC000001';
const FILES: Files = { 'header.csv': headers('A1,F,14/02/2021,WBRI,UN1,0,', 'B2,M,03/03/2012,WBRI,A860123456789,,'), 'episodes.csv': episodes(ada, 'B2,11/07/2025,S,V2,N5,U4,PR4,01/12/2025,E4A,,TF1 1AA,TF1 2AB,SC000003') };

describe('an import', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await testDatabase({ schema: LOCALITY_HUB_SCHEMA, migrations: localityHubMigrations });
  });
  afterEach(() => test.drop());

  const officer = officerOf(TELFORD);
  const rowsOf = <T>(sql: string, who = officer): Promise<T[]> => test.db.inTenants(who, (tx) => tx.query<T[]>(sql));
  const events = (): Promise<{ type: string; corrects: string | null; withdrawn: boolean }[]> => rowsOf('select type, corrects, withdrawn from event_log order by position');

  it('applies each row once, opens the records and says which months are held', async () => {
    const result = await councilIn(test.db).send(officer, 2026, FILES);
    expect(result).toMatchObject({ status: 'done', rows: { total: 4, applied: 4, unchanged: 0, corrected: 0, setAside: 0 }, nothingChanged: false });
    expect(await rowsOf('select council_code, looked_after, legal_status, placement, next_clock, next_due from child order by 1')).toEqual([
      { council_code: 'A1', looked_after: true, legal_status: 'C1', placement: 'U6', next_clock: 'C13', next_due: '2025-06-27' },
      { council_code: 'B2', looked_after: false, legal_status: null, placement: null, next_clock: null, next_due: null },
    ]);
    const written = await events();
    expect(written.at(-1)?.type).toBe('collection-loaded');
    expect([...new Set(written.map(({ type }) => type))].sort()).toEqual(['care-episode-changed', 'care-period-ended', 'care-period-started', 'child-updated', 'collection-loaded', 'placement-ended', 'placement-started']);
    expect(await rowsOf('select 1 from import_row')).toEqual([]);
  });

  it('is the same again: nothing changed, no event', async () => {
    const council = councilIn(test.db);
    await council.send(officer, 2026, FILES);
    const before = (await events()).length;
    expect(await council.send(officer, 2026, FILES)).toMatchObject({ rows: { total: 4, applied: 0, unchanged: 4, corrected: 0, setAside: 0 }, nothingChanged: true });
    expect(await events()).toHaveLength(before);
  });

  it('keeps both values of what it corrects, and the event names the one it mends', async () => {
    const council = councilIn(test.db);
    await council.send(officer, 2026, FILES);
    const result = await council.send(officer, 2026, { 'episodes.csv': episodes(ada.replace('PR1', 'PR4')) });
    expect(result.rows).toMatchObject({ corrected: 1 });
    const { items } = await council.reader.corrections(officer, result.id as never, {});
    expect(items).toMatchObject([{ module: 'Episodes', column: 'PLACE_PROVIDER', on: '2025-06-01', was: 'PR1', now: 'PR4', statedIn: 2026 }]);
    expect((await events()).some(({ type, corrects }) => type === 'placement-started' && corrects !== null)).toBe(true);
  });

  it('checks without applying, and applies what was checked under its own id', async () => {
    const council = councilIn(test.db);
    const checked = await council.send(officer, 2026, FILES, { check: 'true' });
    expect(checked).toMatchObject({ check: true, canApply: true, rows: { applied: 4 } });
    expect(await rowsOf('select 1 from child')).toEqual([]);
    await council.uploads.apply(officer, checked.id as never);
    await council.uploads.settled();
    expect(await council.reader.view(officer, checked.id as never)).toMatchObject({ check: false, status: 'done', rows: { total: 4, applied: 4 }, canApply: false });
    expect(await rowsOf('select 1 from child')).toHaveLength(2);
    expect(await council.uploads.apply(officer, checked.id as never)).toMatchObject({ ok: false, refusal: { code: 'IMPORT_NOT_CHECKED' } });
  });

  it('sets rows aside with column and reason, takes them mended, and never calls mended rows a complete return', async () => {
    const council = councilIn(test.db);
    const result = await council.send(officer, 2026, { 'episodes.csv': episodes(ada, 'C3,2025-06-01,S,C1,N1,U6,PR1,,,,,,', 'D4,01/06/2025,S,C1,N1,U6,PR1,01/05/2025,E4A,,,,', 'E5,01/06/2025') });
    expect(result.rows).toMatchObject({ total: 4, applied: 1, setAside: 3 });
    expect((await council.reader.setAsideReasons(officer, result.id as never, {})).items.map(({ code, first: { row } }) => [code, row])).toEqual(expect.arrayContaining([['DATE_UNREADABLE', 3], ['END_NOT_AFTER_START', 4], ['ROW_SHAPE', 5]]));
    const csv = await (await council.reader.setAside(officer, result.id as never, 'Episodes')).toArray();
    const text = csv.join('');
    expect(text.split('\r\n')[0]).toBe('CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,ROW,COLUMN,CODE,REASON');
    const mended = text.split('\r\n').filter((line) => !line.startsWith('E5') && !line.startsWith('D4')).join('\r\n').replace('2025-06-01', '01/06/2025');
    expect((await council.send(officer, 2026, { 'mended.csv': mended })).rows).toMatchObject({ total: 1, applied: 1 });
    expect(await rowsOf('select year, module from collection')).toEqual([{ year: 2026, module: 'Episodes' }]);
    const later = await council.send(officer, 2025, { 'mended.csv': mended.replaceAll('/2025', '/2024') });
    expect(later.rows.setAside + later.rows.applied).toBe(1);
    expect(await rowsOf('select year from collection')).toEqual([{ year: 2026 }]);
  });

  it('goes on with the other files when one is refused, whose rows are in no total', async () => {
    const result = await councilIn(test.db).send(officer, 2026, { ...FILES, 'notes.csv': 'A,B\r\n1,2\r\n' });
    expect(result.rows.total).toBe(4);
    expect(result.files.filter(({ module }) => module === null).map(({ name, refused, rows }) => [name, refused?.code, rows])).toEqual([['notes.csv', 'FILE_NOT_RECOGNISED', 0]]);
  });

  it('shows nothing of it to another council', async () => {
    const council = councilIn(test.db);
    const result = await council.send(officer, 2026, FILES);
    const other = officerOf(SHROPSHIRE);
    await expect(council.reader.view(other, result.id as never)).rejects.toMatchObject({ problem: { status: 404, code: 'NOT_FOUND' } });
    expect((await council.reader.list(other, {})).items).toEqual([]);
    expect(await rowsOf('select * from stated_row', other)).toEqual([]);
  });

  it('finds two codes that may be one child, and merges nothing', async () => {
    const council = councilIn(test.db);
    const result = await council.send(officer, 2026, {
      'header.csv': headers('B2,M,03/03/2012,WBRI,A860123456789,,', 'B3,M,03/03/2012,WBRI,A860123456789,,'),
      'episodes.csv': episodes('B2,11/07/2025,S,V2,N5,U4,PR4,01/12/2025,E4A,,,,', 'B3,05/12/2025,S,V2,N5,U4,PR4,,,,,,'),
    });
    const { items } = await council.reader.findings(officer, result.id as never, { rule: 'MAY_BE_THE_SAME_CHILD' });
    expect(items.map(({ sentence }) => sentence)).toEqual(expect.arrayContaining([expect.stringContaining('as B3: they have one pupil number'), expect.stringContaining('as B2: they have one pupil number')]));
    expect(await rowsOf('select 1 from child')).toHaveLength(2);
  });

  it('takes the years in any order to the same facts', async () => {
    const older: Files = { 'header.csv': headers('A1,F,14/02/2021,WBRI,UN1,0,'), 'episodes.csv': episodes('A1,10/01/2025,S,C1,N1,U6,PR1,01/06/2025,X1,CARPL,TF1 1AA,TF1 2AA,SC000001') };
    const newer: Files = { 'header.csv': headers('A1,F,14/02/2021,WBRI,UN1,0,'), 'episodes.csv': episodes('A1,01/06/2025,P,C1,N1,U4,PR1,,,,TF1 1AA,TF1 2AB,SC000001') };
    const facts = async (order: readonly [number, Files][]) => {
      const own = await testDatabase({ schema: LOCALITY_HUB_SCHEMA, migrations: localityHubMigrations });
      const council = councilIn(own.db);
      for (const [year, files] of order) await council.send(officer, year, files);
      const found = await own.db.inTenants(officer, (tx) => tx.query(`select key, type, effective_on, data - 'carePeriodId' - 'stayId' - 'episodeId' - 'previousEpisodeId' - 'continuesStayId' as data from fact order by key`));
      await own.drop();
      return found;
    };
    expect(await facts([[2026, newer], [2025, older]])).toEqual(await facts([[2025, older], [2026, newer]]));
  });
});
