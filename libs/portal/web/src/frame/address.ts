/** A path with the parameters that have a value; codes, dates and cursors only, never what a person typed about somebody. */
export const withQuery = (path: string, query: Readonly<Record<string, string | number | boolean | undefined>>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`]));
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
};
