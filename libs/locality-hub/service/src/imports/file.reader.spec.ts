import { type RowSink, readFile } from './file.reader.js';

const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE';

async function* pieces(...all: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of all) yield typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
}

const read = async (...all: readonly (string | Uint8Array)[]) => {
  const rows: [number, unknown][] = [];
  const sink: RowSink = (_module, row, cells, raw) => void rows.push([row, cells ?? raw]);
  return { file: await readFile(pieces(...all), sink), rows };
};

describe('a council’s file', () => {
  it('is read with its spreadsheet rows, trimmed and in capitals, columns in any order and case', async () => {
    const { file, rows } = await read(' review_code ,child,Dob,REVIEW,NOTE\n', 'pn1, a1 ,01/02/2015,03/04/2025,seen\n\n', 'PN2,B2,,05/04/2025,\n');
    expect(file).toEqual({ ok: true, module: 'Reviews', mended: false, otherColumns: ['NOTE'] });
    expect(rows).toEqual([
      [2, { CHILD: 'A1', DOB: '01/02/2015', REVIEW: '03/04/2025', REVIEW_CODE: 'PN1' }],
      [4, { CHILD: 'B2', DOB: '', REVIEW: '05/04/2025', REVIEW_CODE: 'PN2' }],
    ]);
  });

  it.each(['\n', '\r\n'])('may begin with a byte order mark and end its lines with %j', async (end) => {
    const { file, rows } = await read(`\uFEFF${REVIEWS}${end}A1,,03/04/2025,PN1${end}`);
    expect([file.ok, rows.length]).toEqual([true, 1]);
  });

  it('keeps a row of another width as it is, for the rows set aside', async () => {
    expect((await read(`${REVIEWS}\nA1,,03/04/2025\n`)).rows).toEqual([[2, ['A1', '', '03/04/2025']]]);
  });

  it.each([
    ['FILE_NOT_UTF8', [`${REVIEWS}\nA1,,03/04/2025,`, new Uint8Array([0xe9, 0x0a])]],
    ['FILE_NOT_RECOGNISED', ['CHILD,DOB,REVIEW\nA1,,03/04/2025\n']],
    ['FILE_NOT_RECOGNISED', ['']],
    ['FILE_NOT_READABLE', [`${REVIEWS}\n"A1,,03/04/2025,PN1\n`]],
  ] as const)('is refused whole: %s', async (code, content) => {
    expect((await read(...content)).file).toMatchObject({ ok: false, refusal: { code } });
  });
});
