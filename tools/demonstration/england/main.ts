import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LocalDate } from '@permanence/kernel/values';
import { openAsLoader } from '../load-history.js';
import { partnershipOfEngland } from './councils-of-england.js';
import { loadEngland } from './load-england.js';

const { values } = parseArgs({ options: { authorities: { type: 'string', default: '153' }, data: { type: 'string', default: '.data' }, today: { type: 'string' }, partnership: { type: 'boolean', default: false } } });
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Beside the data, before there is any: a region is started as the partnership that it is. */
const writePartnership = (): void => {
  const file = join(values.data, 'partnership.json');
  mkdirSync(values.data, { recursive: true });
  writeFileSync(file, JSON.stringify(partnershipOfEngland(Number(values.authorities)), null, 1));
  say(`${file} is written. Start with it: PARTNERSHIP_FILE=${file} npm start -- --empty --data ${values.data}`);
};

const load = async (): Promise<void> => {
  const today = LocalDate(values.today ?? new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format());
  const began = Date.now();
  const db = await openAsLoader(values.data);
  const written = await loadEngland(db, { authorities: Number(values.authorities), today, told: (authority, { children, events }) => say(`${authority}: ${children} children, ${events} events so far`) });
  await db.close();
  say(`${values.authorities} councils, ${written.children} children, ${written.events} events in ${Math.round((Date.now() - began) / 1000)} seconds, ${Math.round(process.cpuUsage().user / 1e6)} of them at work here`);
};

try {
  if (values.partnership) writePartnership();
  else await load();
} catch (error) {
  process.stderr.write(`England could not be loaded: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
