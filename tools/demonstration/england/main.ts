import { parseArgs } from 'node:util';
import { LocalDate } from '@permanence/kernel/values';
import { openAsLoader } from '../load-history.js';
import { loadEngland } from './load-england.js';

const { values } = parseArgs({ options: { authorities: { type: 'string', default: '153' }, data: { type: 'string', default: '.data' }, today: { type: 'string' } } });
try {
  const today = LocalDate(values.today ?? new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format());
  const began = Date.now();
  const db = await openAsLoader(values.data);
  const written = await loadEngland(db, { authorities: Number(values.authorities), today, told: (authority, { children, events }) => process.stdout.write(`${authority}: ${children} children, ${events} events so far\n`) });
  await db.close();
  process.stdout.write(`${values.authorities} councils, ${written.children} children, ${written.events} events in ${Math.round((Date.now() - began) / 1000)} seconds\n`);
} catch (error) {
  process.stderr.write(`England could not be loaded: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
