import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { checkPartnership } from '@permanence/contracts/partnership';
import { deadLetters } from './dead-letters.js';
import type { Asked, Operation } from './operation.js';
import { provisionServer } from './provision.js';
import { turnReadOnly } from './read-only.js';
import { rebuild } from './rebuild.js';
import { verifyAccessLogs } from './verify-access-log.js';

const OPERATIONS: Readonly<Record<string, Operation>> = { rebuild, 'dead-letters': deadLetters, 'verify-access-log': verifyAccessLogs, provision: provisionServer, 'read-only': turnReadOnly };

type Read = Omit<Asked, 'write'> & Readonly<{ name: string }>;

const read = (argv: readonly string[], environment: Asked['environment']): Read => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: '.data' }, authority: { type: 'string' }, today: { type: 'string' }, sql: { type: 'boolean', default: false },
      on: { type: 'boolean', default: false }, off: { type: 'boolean', default: false }, planned: { type: 'boolean', default: false }, reason: { type: 'string' },
    },
  });
  const [name = '', ...words] = positionals;
  const { on, off, planned, reason } = values;
  return { name, words, dataFolder: resolve(values.data), authority: values.authority, today: values.today, sql: values.sql, readOnly: { on, off, planned, reason }, environment };
};

/**
 * Does what an operator asked for.
 * @returns the exit code: 0 when it was done, and nothing is wrong.
 * @throws Error with a sentence.
 */
export const operate = async (argv: readonly string[], environment: Asked['environment'], write: Asked['write']): Promise<number> => {
  checkPartnership();
  const { name, ...asked } = read(argv, environment);
  const operation = OPERATIONS[name];
  if (operation === undefined) throw new Error(`There is no "${name}". Say one of ${Object.keys(OPERATIONS).join(', ')}.`);
  return operation({ ...asked, write });
};
