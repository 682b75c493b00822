/**
 * A named set that indicators are counted from: one common table expression, and those that it stands on.
 * Every query has `$1` the days counted, `$2` the day whose end is "as known on", `$3` the authority.
 */
export type Cohort = Readonly<{ name: string; needs: readonly Cohort[]; sql: string; recursive?: true }>;

/** What was believed of an authority at the end of a day in England. `alias` is a fact's table. */
export const believed = (alias: string, asKnownOn = '$2', authority = '$3'): string => {
  const end = `((${asKnownOn}::date + 1)::timestamp at time zone 'Europe/London')`;
  return `${alias}.tenant_id = ${authority} and ${alias}.known_from < ${end} and (${alias}.known_to is null or ${alias}.known_to >= ${end})`;
};

const inOrder = (cohorts: readonly Cohort[], placed: Cohort[] = []): readonly Cohort[] => {
  for (const cohort of cohorts) {
    if (placed.includes(cohort)) continue;
    inOrder(cohort.needs, placed);
    placed.push(cohort);
  }
  return placed;
};

/** A select over cohorts, with all that they stand on, each once. */
export const over = (cohorts: readonly Cohort[], select: string): string => {
  const all = inOrder(cohorts);
  const parts = all.map(({ name, sql }) => `${name} as (${sql})`);
  return `with ${all.some(({ recursive }) => recursive) ? 'recursive ' : ''}${parts.join(',\n')}\n${select}`;
};
