// PM12: what a row of an import costs beside COPY of the same files into plain tables, and our rules beside the sector's validator. Arms in turn, medians of five.
import { readFileSync } from 'node:fs';
import { projectFile } from '@permanence/platform/host';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { benchCluster, median, seconds } from './messaging.sample.js';
import { YEARS, administrator, figure, sampleFiles, startHub } from './service.sample.js';

const ROUNDS = 5;
const FILES = YEARS.flatMap(sampleFiles);
const ROWS = FILES.reduce((sum, { rows }) => sum + rows, 0);

/** PostgreSQL reads the files itself, into tables of text without a key. */
const copied = async (): Promise<number> => {
  const test: TestDatabase = await testDatabase({ schema: 'plain', migrations: [] });
  const client = await administrator(test);
  for (const [n, { path }] of FILES.entries()) {
    const columns = readFileSync(path, 'utf8').split(/\r?\n/, 1)[0]?.split(',') ?? [];
    await client.query(`create table plain.file_${n} (${columns.map((name) => `"${name}" text`).join(', ')})`);
  }
  const took = await seconds(async () => {
    for (const [n, { path }] of FILES.entries()) await client.query(`copy plain.file_${n} from '${path}' with (format csv, header true)`);
  });
  await client.end();
  await test.drop();
  return took;
};

/** All five collections through the API: reading, checking by the rules, facts, events, record. */
const imported = async (): Promise<{ took: number; grown: number }> => {
  const hub = await startHub();
  const before = process.memoryUsage().rss;
  const took = await seconds(async () => {
    for (const year of YEARS) await hub.load(year);
  });
  const grown = process.memoryUsage().rss - before;
  await hub.stop();
  return { took, grown };
};

const imports = async (): Promise<void> => {
  const [ours, floor]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    floor.push(await copied());
    ours.push((await imported()).took);
  }
  figure('PM12', `import, milliseconds a row (${ROWS} rows of the five-year sample)`, (median(ours) / ROWS) * 1000, '0.15');
  figure('PM12', 'import with validation / COPY of the same files into plain tables', median(ours) / median(floor), 'at most 25');
};

type Validator = Readonly<{
  foundByUs: (collection: unknown) => unknown;
  foundBySector: (collections: readonly unknown[], rules: readonly string[]) => Promise<ReadonlyMap<string, { seconds: number }>>;
}>;

/** The same rules over the same files; the sector's answers hold its own time, start-up not included. */
const rules = async (): Promise<void> => {
  const { foundByUs } = (await import(projectFile('tests', 'validator', 'src', 'collection.ts'))) as Pick<Validator, 'foundByUs'>;
  const { foundBySector } = (await import(projectFile('tests', 'validator', 'src', 'sector.ts'))) as Pick<Validator, 'foundBySector'>;
  const { RULES } = (await import(projectFile('libs', 'locality-hub', 'domain', 'src', 'ssda903-rules', 'catalogue.ts'))) as { RULES: readonly { code: string }[] };
  const collections = YEARS.map((year) => ({ name: String(year), year, now: sampleFiles(year).map(({ path }) => path), last: [] }));
  const [ours, sectors]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const answers = await foundBySector(collections, RULES.map(({ code }) => code));
    sectors.push([...answers.values()].reduce((sum, answer) => sum + answer.seconds, 0));
    ours.push(await seconds(async () => collections.forEach(foundByUs)));
  }
  figure('PM12', `the sector’s validator / our rules, ${RULES.length} rules, reading included`, median(sectors) / median(ours), 'at least 5, 10 wished for');
};

const cluster = await benchCluster();
try {
  await imports();
  await rules();
} finally {
  await cluster.stop();
}
