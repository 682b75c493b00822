import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EVENT_NAMES } from '@permanence/contracts/events';
import { localityHub } from '@permanence/locality-hub/service';
import { regionalHub } from '@permanence/regional-hub/service';
import { type Document, ROOT, anchorsOf, blocksOf, filesEndingIn, isThere, linksOf, spansOf } from './documents.js';

const DOCUMENTS = filesEndingIn('.md');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** Paths that look like ours and are not in a fresh checkout: what whole runs write, and a folder of Keycloak's. */
const ELSEWHERE = new Set(['data/import']);
const documentAt = (path: string): Document => DOCUMENTS.find((each) => each.path === path) ?? { path, text: '' };

const faultsOf = (find: (document: Document) => readonly string[]): string[] => DOCUMENTS.flatMap((document) => find(document).map((fault) => `${document.path}: ${fault}`));
const codeOf = (document: Document): string[] => [...blocksOf(document), ...spansOf(document)];
const matches = (pattern: RegExp, texts: readonly string[]): string[] => texts.flatMap((text) => [...text.matchAll(pattern)].map(([, found = '']) => found));

describe('documents', () => {
  it('are found', () => expect(DOCUMENTS.map(({ path }) => path)).toEqual(expect.arrayContaining(['README.md', 'docs/architecture.md'])));

  it('name no command of npm that is not there', () => {
    const commands = (document: Document): string[] => [...matches(/\bnpm run (?:-s )?([\w:-]+)/g, codeOf(document)), ...matches(/\bnpm (start|test|stop|restart)\b/g, codeOf(document))];
    expect(faultsOf((document) => commands(document).filter((name) => !Object.hasOwn(scripts, name)))).toEqual([]);
  });

  it('name no program that is not there', () =>
    expect(faultsOf((document) => matches(/\bnode (?:--\S+ )*([\w./-]+\.m?js)\b/g, codeOf(document)).filter((path) => !isThere(path)))).toEqual([]));

  it('link to what is there', () => {
    const isDead = (from: string, link: string): boolean => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? from : join(dirname(from), path);
      return !isThere(target) || (anchor !== undefined && !anchorsOf(documentAt(target)).includes(anchor));
    };
    expect(faultsOf((document) => linksOf(document).filter((link) => isDead(document.path, link)))).toEqual([]);
  });

  it('name no path of the checkout that is not there', () => {
    const isPath = (span: string): boolean => /^(apps|libs|tests|tools|deploy|data|docs|examples|dist)\/[\w./-]+$/.test(span);
    expect(faultsOf((document) => spansOf(document).filter((span) => isPath(span) && !isThere(span) && !ELSEWHERE.has(span)))).toEqual([]);
  });

  it('name no variable of the environment that nothing reads', () => {
    const code = [...filesEndingIn('.ts'), ...filesEndingIn('.mjs'), ...filesEndingIn('realm.json')].map(({ text }) => text).join('\n');
    const variables = (document: Document): string[] => spansOf(document).filter((span) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(span));
    expect(faultsOf((document) => variables(document).filter((name) => !code.includes(name)))).toEqual([]);
  });

  it('name no registry of packages, and nothing outside the checkout', () => {
    const strange = /registry\.|npmjs|pypi\.|maven\.(org|apache)|repo\d?\.maven|proxy\.golang|artifactory|nexus|\.\.\/shared/i;
    expect(faultsOf((document) => document.text.split('\n').filter((line) => strange.test(line) || line.includes(ROOT)))).toEqual([]);
  });

  it('hold nothing that is still to be written', () =>
    expect(faultsOf(({ text }) => text.split('\n').filter((line) => /\b(TODO|FIXME|TBD|lorem ipsum)\b/i.test(line)))).toEqual([]));
});

describe('commands', () => {
  it.each(Object.entries(scripts))('npm run %s runs a program that is there', (_name, command) => {
    const programs = matches(/([\w./-]+\.m?js)\b/g, [command]);
    expect(programs).toHaveLength(1);
    expect(programs.filter((program) => !isThere(program))).toEqual([]);
  });
});

describe('decisions', () => {
  const decisions = DOCUMENTS.filter(({ path }) => /^docs\/adr\/\d/.test(path));
  const numberOf = ({ path }: Document): string => path.slice('docs/adr/'.length).slice(0, 4);

  it('have a number each, one after another', () =>
    expect(decisions.map(numberOf).sort()).toEqual(decisions.map((_, at) => String(at + 1).padStart(4, '0'))));

  it.each(decisions.map((decision) => [decision.path, decision] as const))('%s has status, date and its parts', (_, decision) => {
    const { text } = decision;
    expect(text).toMatch(new RegExp(`^# ${numberOf(decision)} \\S.+\n\n- Status: (accepted|superseded by \\[\\d{4}\\]\\(\\d{4}-[\\w-]+\\.md\\))\n- Date: \\d{4}-\\d{2}-\\d{2}\n`));
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(['Context', 'Decision', 'Consequences', 'Tried or rejected']);
  });

  it('are all in the list, under their own title', () => {
    const listed = [...documentAt('docs/adr/README.md').text.matchAll(/^- \[(\d{4})\]\((.+\.md)\) (.+)$/gm)].map(([, number, file, title]) => `${file}: # ${number} ${title}`);
    expect(listed).toEqual(decisions.map(({ path, text }) => `${path.slice('docs/adr/'.length)}: ${text.split('\n')[0]}`).sort());
  });
});

describe('a service’s page', () => {
  const HUBS = [{ description: localityHub, folder: 'libs/locality-hub' }, { description: regionalHub, folder: 'libs/regional-hub' }];
  const pageOf = (name: string): Document => documentAt(`docs/services/${name}.md`);

  /** `GET /children/{id}`, from the decorators of the controllers. */
  const routesIn = (folder: string): string[] =>
    filesEndingIn('.controller.ts', folder).flatMap(({ text }) => {
      const prefix = /@Controller\('([^']*)'\)/.exec(text)?.[1] ?? '';
      return [...text.matchAll(/^ {2}@(Get|Post|Put|Delete|Patch)\((?:'([^']*)')?\)/gm)].map(([, method = '', path = '']) => `${method.toUpperCase()} /${[prefix, path].filter(Boolean).join('/').replaceAll(/:(\w+)/g, '{$1}')}`);
    });

  it.each(HUBS)('$description.name: names its routes, all and no others', ({ description, folder }) => {
    const named = spansOf(pageOf(description.name)).filter((span) => /^(GET|POST|PUT|DELETE|PATCH) \//.test(span)).map((span) => span.split('?')[0]);
    expect([...new Set(named)].sort()).toEqual(routesIn(folder).sort());
  });

  it.each(HUBS)('$description.name: names its tables, all and no others', ({ description: { name, schema, migrations } }) => {
    const made = migrations.flatMap(({ statements }) => statements(schema)).flatMap((statement) => [...statement.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?\w+\.(\w+)/gi)].map(([, table = '']) => table));
    const section = pageOf(name).text.split('\n## Tables\n')[1]?.split('\n## ')[0] ?? '';
    const named = section.split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => matches(/`(\w+)`/g, [line.split('|')[1] ?? '']));
    expect(named.sort()).toEqual([...made, 'migration'].sort());
  });

  it('locality-hub: names the events that it publishes, all and no others', () => {
    const section = pageOf('locality-hub').text.split('It publishes on')[1]?.split('\n')[0] ?? '';
    expect(matches(/`([a-z-]+)`/g, [section]).map((name) => `locality-hub.${name}`).sort()).toEqual(EVENT_NAMES.filter((name) => name.startsWith('locality-hub.')).sort());
  });

  it('regional-hub: names the events that it consumes, all and no others', () => {
    const section = pageOf('regional-hub').text.split('It consumes')[1]?.split('\n')[0] ?? '';
    const heard = filesEndingIn('heard.ts', 'libs/regional-hub').flatMap(({ text }) => matches(/^ {2}'locality-hub\.([a-z-]+)':/gm, [text]));
    expect(matches(/`([a-z]+(?:-[a-z]+)+)`/g, [section]).sort()).toEqual(heard.sort());
  });
});
