import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { LocalDate } from '@permanence/kernel/values';
import { type CouncilFile, type DemonstrationCouncil, makeCouncil } from './council.js';
import { makeExample } from './example.js';
import { DEMONSTRATION } from './demonstration.js';
import type { Worker } from './people/staff.js';

/** Writes one council: a folder a year, the names and the workers beside them. */
export const writeCouncil = async (folder: string, council: DemonstrationCouncil): Promise<void> => {
  for (const { year, files } of council.years) await writeFiles(join(folder, String(year)), files);
  await writeFiles(folder, [council.names, workersFile(council.workers)]);
};

/** The example leaves out the workers, who are nobody. */
export const writeExample = async (folder: string, example: DemonstrationCouncil): Promise<void> => {
  for (const { year, files } of example.years) await writeFiles(join(folder, String(year)), files);
  await writeFiles(folder, [example.names]);
};

const writeFiles = async (folder: string, files: readonly CouncilFile[]): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  for (const { name, csv } of files) await pipeline(Readable.from(csv()), createWriteStream(join(folder, name)));
};

export const workersFile = (workers: readonly Worker[]): CouncilFile => ({
  name: 'workers.csv',
  csv: () => ['REGISTRATION,FORENAME,SURNAME,TEAM\r\n', ...workers.map(({ registration, forename, surname, team }) => `${registration},${forename},${surname},${team}\r\n`)],
});

/** `--today 2026-11-24 [--seed 1] FOLDER`; with `--authority` and `--looked-after` one council of any size; `--example FOLDER` the files of `examples/ssda903`. */
export const main = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { today: { type: 'string' }, seed: { type: 'string', default: '1' }, authority: { type: 'string' }, 'looked-after': { type: 'string' }, example: { type: 'boolean' } },
  });
  const [folder] = positionals;
  if (values.example === true && folder !== undefined) return writeExample(folder, makeExample());
  if (folder === undefined || values.today === undefined) throw new Error('Say --today YYYY-MM-DD and the folder to write to.');
  const today = LocalDate(values.today);
  for (const each of DEMONSTRATION.filter(({ authority }) => values.authority === undefined || authority === values.authority)) {
    const lookedAfterNow = values['looked-after'] === undefined ? each.lookedAfterNow : Number(values['looked-after']);
    const council = makeCouncil({ authority: each.authority, seed: values.seed, today, lookedAfterNow });
    await writeCouncil(join(folder, each.folder), council);
  }
};
