import { basename } from 'node:path';
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';

export const USAGE = `npm run import:903 -- --authority E10000028 --year 2021 [--as-at 2026-09-30] [--check] [--port N] FILE…
  --authority CODE   the council's ONS code
  --year YEAR        the year in which the collection ends: 2021 for 1 April 2020 to 31 March 2021
  --as-at DAY        for a year in progress: the day to which the files are complete
  --check            look at the files and apply nothing
  --port N           the port of the portal on this machine; 8080 unless said otherwise
Elsewhere: PERMANENCE_URL names the portal, PERMANENCE_TOKEN is an access token of a performance officer.`;

const OPTIONS = { authority: { type: 'string' }, year: { type: 'string' }, 'as-at': { type: 'string' }, check: { type: 'boolean', default: false }, port: { type: 'string', default: '8080' } };

const parse = (argv) => {
  try {
    return parseArgs({ args: argv, allowPositionals: true, options: OPTIONS });
  } catch (cause) {
    throw new Error(`${cause.message}\n\n${USAGE}`, { cause });
  }
};

const demand = (isRight, sentence) => {
  if (!isRight) throw new Error(`${sentence}\n\n${USAGE}`);
};

const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

const fileAt = (path) => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`There is no file ${path}.`);
  if (!found.isFile()) throw new Error(`${path} is a folder. Name the files in it.`);
  return { path, name: basename(path), bytes: found.size };
};

const originOf = (port, { PERMANENCE_URL, PERMANENCE_TOKEN }) => {
  if (!PERMANENCE_URL) return `http://localhost:${port}`;
  if (!URL.canParse(PERMANENCE_URL)) throw new Error(`PERMANENCE_URL is not an address: ${PERMANENCE_URL}. Write it like https://permanence.example.org.`);
  if (!PERMANENCE_TOKEN) throw new Error('PERMANENCE_URL is set, so PERMANENCE_TOKEN must be too: an access token of a performance officer of the council.');
  return PERMANENCE_URL.replace(/\/+$/, '');
};

/**
 * What the command was asked for.
 * @throws {Error} with a sentence
 */
export const readArguments = (argv, environment = process.env) => {
  const { values, positionals } = parse(argv);
  demand(/^[ENSW]\d{8}$/.test(values.authority ?? ''), 'Say whose files they are: --authority and the council’s ONS code, like E10000028.');
  demand(/^\d{4}$/.test(values.year ?? ''), 'Say the year in which the collection ends, like --year 2021.');
  demand(values['as-at'] === undefined || isDay(values['as-at']), `--as-at ${values['as-at']} is not a day. Write it like 2026-09-30.`);
  demand(/^\d{1,5}$/.test(values.port), `--port ${values.port} is not a port.`);
  demand(positionals.length > 0, 'Name at least one file.');
  return { authority: values.authority, year: values.year, asAt: values['as-at'], check: values.check, origin: originOf(values.port, environment), token: environment.PERMANENCE_TOKEN || undefined, files: positionals.map(fileAt) };
};
