// What a person reads: progress and result.

const number = new Intl.NumberFormat('en-GB');

/** Lines of a table: the first column to the left, figures to the right. */
export const table = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd());
};

const HEAD = ['File', 'Module', 'Rows', 'New', 'Unchanged', 'Corrected', 'Set aside', 'Findings'];

const figures = ({ rows, total = rows, applied, unchanged, corrected, setAside, findings }) => [total, applied, unchanged, corrected, setAside, findings].map((each) => number.format(each));

/** The result of an import that has ended: its table, the files refused whole, and where rows set aside are. */
export const resultLines = (view, origin) => {
  const files = view.files.map((file) => [file.name, file.module ?? 'refused', ...figures(file)]);
  const refused = view.files.filter((file) => file.refused !== null);
  return [
    ...table([HEAD, ...files, ['All files', '', ...figures({ ...view.rows, findings: view.findings })]]),
    ...refused.map(({ name, refused: { sentence } }) => `${name}: ${sentence}`),
    ...(view.check ? ['The files were checked only: nothing was applied.'] : []),
    ...(view.rows.setAside > 0 ? [`${number.format(view.rows.setAside)} rows were set aside, with the reason of each: ${origin}/imports/${view.id}/set-aside (with a token: ${origin}/api/locality-hub/v1/imports/${view.id}/set-aside)`] : []),
    `The whole result: ${origin}/imports/${view.id}`,
  ];
};

const PHASES = { reading: 'Reading the rows', checking: 'Checking the children', applying: 'Applying to the children’s records' };

/** One line about an import that runs. */
export const progressLine = ({ phase, progress: { done, total } }) => `${PHASES[phase] ?? 'Working'}${total > 0 ? `: ${number.format(done)} of ${number.format(total)}` : ' …'}`;

/** Shows progress on one line of a terminal, or as a line whenever it has changed and some time has passed. */
export const progressTo = (output, everyMs = 2000) => {
  const last = { line: '', at: 0 };
  return (line, now) => {
    if (line === last.line || (!output.isTTY && now - last.at < everyMs)) return;
    Object.assign(last, { line, at: now });
    output.write(output.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
};
