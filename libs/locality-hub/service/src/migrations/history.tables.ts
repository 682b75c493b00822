/**
 * What the loader of demonstration history may do: add to the log and the record, keep the clocks, the child's next date, the plan's row and its line in the tracker. It makes
 * records only where benchmarks ask for England. It may not change a fact, an event, a file's row or anything about access. Where a council's own server was made before there was such a role, there is nobody to grant to.
 */
export const historyTables = (schema: string): readonly string[] => {
  const loader = `${schema}_loader`;
  const grants = [
    `GRANT SELECT, INSERT ON ${schema}.event_log, ${schema}.fact TO ${loader}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.clock TO ${loader}`,
    `GRANT SELECT, INSERT, UPDATE ON ${schema}.permanence_plan, ${schema}.tracker_row TO ${loader}`,
    `GRANT SELECT, INSERT, UPDATE ON ${schema}.child TO ${loader}`,
    `GRANT INSERT ON ${schema}.collection TO ${loader}`,
    `GRANT SELECT ON ${schema}.worker TO ${loader}`,
  ];
  return [`DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${loader}') THEN ${grants.join('; ')}; END IF; END $$`];
};
