import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = `npm start -- [--port N] [--data DIR] [--empty] [--today 2026-09-30]
  --port N       the port of the address that you open; 8080 unless said otherwise
  --data DIR     where the data is kept; .data unless said otherwise
  --empty        the partnership and its people, no children
  --today DAY    a fixed day, for tests and demonstrations`;

const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/**
 * What the command was asked for.
 * @throws {Error} with a sentence and the usage.
 */
export const readArguments = (argv) => {
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options: { port: { type: 'string', default: '8080' }, data: { type: 'string', default: '.data' }, empty: { type: 'boolean', default: false }, today: { type: 'string' }, yes: { type: 'boolean', default: false } } }));
  } catch (cause) {
    throw new Error(`${cause.message}\n\n${USAGE}`, { cause });
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`--port ${values.port} is not a port. Give a number from 1 to 65535.`);
  if (values.today !== undefined && !isDay(values.today)) throw new Error(`--today ${values.today} is not a day. Write it like 2026-09-30.`);
  return { port, dataFolder: resolve(values.data), empty: values.empty, today: values.today, yes: values.yes };
};
