import { readFileSync, readdirSync } from 'node:fs';
import { projectFile } from '@permanence/platform/host';
import readability from 'text-readability';
import { type Written, stringsOf } from './code-strings.js';
import { withoutNames } from './excepted-names.js';
import { textsOf } from './template-strings.js';

/** Flesch-Kincaid grades (age is about 5 more), portal.md 8. */
const MOST_OF_A_PAGE = 8;
const MOST_OF_A_REFUSAL = 7;

/** Fewer words measure one long word, not how hard a text is. */
const FEWEST_WORDS = 8;

/** Where the words of pages and of refusals are written. */
const FOLDERS = ['libs/portal/web/src', 'libs/locality-hub/service/src', 'libs/locality-hub/domain/src', 'libs/regional-hub/service/src', 'libs/platform/http/src', 'libs/platform/identity/src', 'libs/platform/read-only/src', 'libs/embedded/issuer/src'];

/** The DfE's own wording of its rules and codes, quoted; what indicators count and where they come from, in the terms of the statistics; and what is said to those who start the product, not on a page. */
const OTHERS_WORDS = [/ssda903-rules\//, /ssda903\/code-tables/, /\/indicators\/(?:[\w-]+\.indicator|sources)\.ts$/, /every-route\.check\.ts$/, /web\/options\.ts$/, /\.(spec|fixture|d)\.ts$/];

const written = (folder: string): readonly Written[] =>
  readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`).filter((file) => /\.(ts|njk)$/.test(file) && !OTHERS_WORDS.some((other) => other.test(file)))
    .flatMap((file) => (file.endsWith('.njk') ? textsOf : stringsOf)(file, readFileSync(projectFile(file), 'utf8')));

/** Statements for the database: names with dots and low lines, and commands in capitals. */
const SQL = /[a-z]_[a-z]|\b[a-z]\.[a-z]|\b(?:GRANT|CREATE)\b/;

const isText = ({ text }: Written): boolean => !SQL.test(text) && /^[\p{Lu}“]/u.test(text) && readability.lexiconCount(withoutNames(text)) >= FEWEST_WORDS;

const gradeOf = (text: string): number => readability.fleschKincaidGrade(withoutNames(text));

/** What is harder than it may be, with its sentence. */
const tooHard = (texts: readonly Written[]): readonly string[] =>
  texts.filter(({ text, refusal }) => gradeOf(text) > (refusal ? MOST_OF_A_REFUSAL : MOST_OF_A_PAGE)).map(({ text, where }) => `${where}, grade ${String(gradeOf(text))}: ${text}`);

describe('the reading age of pages and refusals', () => {
  const texts = FOLDERS.flatMap(written).filter(isText);

  it('is measured on all that people read', () => {
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter(({ refusal }) => refusal).length).toBeGreaterThan(25);
    for (const part of ['Only a team manager can allocate a worker to a child. Ask the team manager.', 'We could not find that page. Check the reference. If you should be able to see it, ask the team that holds it.', 'A restricted record opens to the people you name and to nobody else in the council. Others see its reference and whom to ask. It still counts in every figure.']) expect(texts.map(({ text }) => text)).toContain(part);
  });

  it('is grade 8 at most on pages and 7 in refusals', () => expect(tooHard(texts)).toEqual([]));

  it('tells a sentence that nobody wants to read', () => {
    const text = 'The aforementioned authorisation necessitates countersignature by an appropriately designated representative of the organisation.';
    expect(tooHard([{ text, where: 'here', refusal: false }])).toEqual([expect.stringMatching(/^here, grade [\d.]+: The aforementioned/)]);
  });

  it('does not count the names that the law gives', () => {
    expect(gradeOf('Only the data protection officer can ask for a special guardianship order to be shown.')).toBeLessThan(MOST_OF_A_REFUSAL);
  });
});

describe('where texts are found', () => {
  it('in code: strings and templates, refusals by the code beside them; not what is said to programmers', () => {
    const source = "import x from 'a text of an import'; @Says('a text of a decorator') class A { say(n: 'a type') { if (n) throw new Error('A programmer reads this.'); return [refuse('NOT_NOW', n ? 'It cannot be done.' : 'No.'), { code: 'NO_WAY', sentence: `Ask ${n('the team')} first.` }, 'Plain.']; } }";
    expect(stringsOf('a.ts', source).map(({ text, refusal }) => [text, refusal])).toEqual([
      ['NOT_NOW', true], ['It cannot be done.', true], ['No.', true], ['NO_WAY', true], ['Ask Ada first.', true], ['the team', false], ['Plain.', false],
    ]);
  });

  it('in templates: block by block, without tags, and what macros are given', () => {
    const source = '{# not this #}<p class="govuk-body">Ask <strong>{{ page.who }}</strong> first.{% if a == "b" %} Or wait.{% endif %}</p>{{ govukButton({ text: "Ask the team" }) }}';
    expect(textsOf('a.njk', source).map(({ text }) => text).filter((text) => text !== '')).toEqual(expect.arrayContaining(['Ask Ada first.', 'Or wait.', 'Ask the team']));
  });
});
