/** A part of a text beside another one: the same in both, added, or taken out. */
export type Part = Readonly<{ kind: 'same' | 'added' | 'out'; text: string }>;

/** Words, each with the white space after it. */
const wordsIn = (text: string): readonly string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** How many words two texts still have in common, from each place in both to their ends. */
const commonFrom = (before: readonly string[], after: readonly string[]): readonly (readonly number[])[] => {
  const rows = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = rows[i] ?? [];
      row[j] = isSame(before[i], after[j]) ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  }
  return rows;
};

const at = (rows: readonly (readonly number[])[], i: number, j: number): number => rows[i]?.[j] ?? 0;
const isSame = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a.trim() === b.trim();

/** What became of a text, word by word; neighbours of one kind are one part. */
export const differenceOf = (before: string, after: string): readonly Part[] => {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  const common = commonFrom(old, now);
  const parts: Part[] = [];
  const add = (kind: Part['kind'], text: string): void => {
    const last = parts.at(-1);
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (isSame(old[i], now[j])) {
      add('same', now[j] ?? '');
      i++;
      j++;
    } else if (i < old.length && (j === now.length || at(common, i + 1, j) >= at(common, i, j + 1))) add('out', old[i++] ?? '');
    else add('added', now[j++] ?? '');
  }
  return parts;
};

/** The same for what is chosen or dated: one thing in place of another. */
export const replacementOf = (before: string, after: string, none: string): readonly Part[] => {
  if (before === after) return [{ kind: 'same', text: after === '' ? none : after }];
  return [...(before === '' ? [] : [{ kind: 'out', text: `${before} ` } as const]), { kind: 'added', text: after === '' ? none : after }];
};
