// Figures as a bench prints them, and as a document shows them.

const LINE = /^(PM\d+) (.+?)(?: \(goal ([^)]+)\))?: (\S.*)$/;

const fromJson = (line) => {
  const { measure, what, value, goal } = JSON.parse(line);
  return measure === undefined ? [] : [{ measure, what, value: String(value), goal: goal === undefined ? '' : String(goal) }];
};

const fromLine = (line) => {
  if (line.startsWith('{')) return fromJson(line);
  const found = LINE.exec(line);
  return found === null ? [] : [{ measure: found[1], what: found[2], value: found[4], goal: found[3] ?? '' }];
};

/** The figures among the lines that a bench printed. */
export const figuresIn = (text) => text.split('\n').flatMap((line) => fromLine(line.trim()));

const byMeasure = (one, other) => Number(one.measure.slice(2)) - Number(other.measure.slice(2));

/** docs/performance.md. */
export const performancePage = (figures, machine) => `# Performance

Written by \`npm run bench\`. Ratios are taken in one run, arms in turn, medians of five rounds; they are comparable between machines, the other figures are not.
Machine: ${machine}.

| Measure | What | Figure | Goal | On | Commit |
|---|---|---|---|---|---|
${[...figures].sort(byMeasure).map(({ measure, what, value, goal, on, commit }) => `| ${[measure, what, value, goal, on, commit].join(' | ')} |`).join('\n')}
`;
