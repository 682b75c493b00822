import { readFileSync } from 'node:fs';
import { REGION, TenantId } from '@permanence/kernel/values';
import { z } from 'zod';

const words = (what: string) => z.string({ error: `${what} is missing.` }).trim().min(1, { error: `${what} is empty.` });

const code = z.string({ error: 'a code is missing.' }).transform((text, context): TenantId => {
  try {
    const tenant = TenantId(text);
    if (tenant !== REGION) return tenant;
  } catch {
    // Said below, in the words of the file.
  }
  context.addIssue({ code: 'custom', message: `"${text}" is not the code of a council, such as E10000028.` });
  return z.NEVER;
});

const council = z.strictObject({
  code, name: words('a name'), shortName: words('a shortName'), dfeCode: z.string({ error: 'a dfeCode is missing.' }).regex(/^\d{3}$/, { error: 'a dfeCode is not three digits.' }),
}, { error: 'a council is an object with code, name, shortName and dfeCode, and nothing else.' });

const partnership = z.strictObject({ name: words('The name of the partnership'), councils: z.array(council, { error: 'The list of councils is missing.' }).min(1, { error: 'There is no council.' }) }, { error: 'It is an object with name and councils, and nothing else.' })
  .superRefine(({ councils }, context) => {
    for (const [at, { code: each }] of councils.entries())
      if (councils.findIndex((other) => other.code === each) < at) context.addIssue({ code: 'custom', path: ['councils', at], message: `${each} is there twice.` });
  });

/** A council of the partnership. `dfeCode` is the DfE's three digits of the returns. */
export type Authority = Readonly<{ code: TenantId; name: string; shortName: string; dfeCode: string }>;

/** The name that stands in every page's header, and the councils in the order in which pages show them. */
export type Partnership = Readonly<{ name: string; councils: readonly Authority[] }>;

const sentenceOf = ({ path: [list, at], message }: z.core.$ZodIssue): string => (list === 'councils' && typeof at === 'number' ? `Council ${at + 1}: ${message}` : message);

const parsed = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`PARTNERSHIP_FILE names ${file}, ${cause instanceof SyntaxError ? 'which is not JSON.' : 'which cannot be read.'}`, { cause });
  }
};

/**
 * Reads a partnership from a JSON file.
 * @throws Error with a sentence for each thing that is wrong in it
 */
export const readPartnership = (file: string): Partnership => {
  const read = partnership.safeParse(parsed(file));
  if (read.success) return read.data;
  throw new Error([`PARTNERSHIP_FILE names ${file}, which does not say what it should.`, ...read.error.issues.map(sentenceOf)].join('\n'));
};
