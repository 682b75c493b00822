import { AUTHORITIES } from '@permanence/contracts/partnership';
import { localityHub } from '@permanence/locality-hub/service';
import { type Verdict, verifyAccessLog } from '@permanence/platform/access-log';
import { type TenantDb, connect } from '@permanence/platform/tenant-db';
import type { Operation } from './operation.js';
import { withServiceDatabase } from './service-database.js';

const number = new Intl.NumberFormat('en-GB');

const sentenceOf = (name: string, { rows, seals, brokenSeals }: Verdict): string =>
  brokenSeals.length === 0
    ? `${name}: ${number.format(rows)} sealed rows under ${number.format(seals)} ${seals === 1 ? 'seal' : 'seals'}; all as they were written.`
    : `${name}: seal ${brokenSeals.join(', ')} of ${number.format(seals)} does not agree: one of its rows was changed or taken away, by somebody with more rights than the product has.`;

const verifyAll = async (db: TenantDb, write: (line: string) => void): Promise<number> => {
  const verdicts: Verdict[] = [];
  for (const { code, shortName } of AUTHORITIES) {
    const verdict = await verifyAccessLog(db, code);
    write(sentenceOf(shortName, verdict));
    verdicts.push(verdict);
  }
  return verdicts.some(({ brokenSeals }) => brokenSeals.length > 0) ? 1 : 0;
};

/** Recomputes every seal of locality-hub's access log. @returns 1 when one does not agree. */
export const verifyAccessLogs: Operation = (asked) =>
  withServiceDatabase(asked, localityHub.schema, async ({ appUrl }) => {
    const db = await connect({ url: appUrl, applicationName: 'access-log-verify', connections: 1 });
    try {
      return await verifyAll(db, asked.write);
    } finally {
      await db.close();
    }
  });
