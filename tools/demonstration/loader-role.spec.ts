import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '@permanence/platform/host';

const SOURCE = /(?<!\.spec|\.fixture)\.(ts|mjs)$/;

/** Programs below some folders, specs aside, that name something. */
const namedIn = (what: RegExp, folders: readonly string[]): string[] =>
  folders.flatMap((folder) => readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' }).filter((file) => SOURCE.test(file)).map((file) => join(folder, file)))
    .filter((file) => what.test(readFileSync(projectFile(file), 'utf8'))).sort();

describe('the role that writes history', () => {
  it('is asked for by this program and by no other', () => {
    expect(namedIn(/loaderUrlIn|openAsLoader/, ['libs', 'apps', 'tools'])).toEqual([
      'libs/embedded/runtime/src/database.ts', 'libs/embedded/runtime/src/index.ts', 'tools/demonstration/england/main.ts', 'tools/demonstration/load-history.ts', 'tools/demonstration/load.ts',
    ]);
  });

  it('is behind no route: what writes history is called by nothing in a service', () => {
    expect(namedIn(/\b(writeHistory|writeRecords)\b/, ['libs', 'apps'])).toEqual(['libs/locality-hub/service/src/history/write-history.ts', 'libs/locality-hub/service/src/history/write-records.ts', 'libs/locality-hub/service/src/index.ts']);
  });
});
