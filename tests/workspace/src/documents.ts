import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What is made or fetched, and is nobody's document. */
const MADE = new Set(['node_modules', 'dist', 'coverage', 'canary']);

/** A document of the checkout. `path` is from its root. */
export type Document = Readonly<{ path: string; text: string }>;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || MADE.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });

/** Every file of the checkout whose name ends so. */
export const filesEndingIn = (ending: string, folder = ''): Document[] =>
  filesBelow(join(ROOT, folder)).filter((file) => file.endsWith(ending)).map((file) => ({ path: relative(ROOT, file), text: readFileSync(file, 'utf8') }));

const FENCED = /^```\w*\n([\s\S]*?)^```/gm;

/** The blocks of code. */
export const blocksOf = ({ text }: Document): string[] => [...text.matchAll(FENCED)].map(([, block = '']) => block);

/** The words set as code within a line. */
export const spansOf = ({ text }: Document): string[] => [...text.replaceAll(FENCED, '').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);

/** Where the links lead that stay in the checkout. */
export const linksOf = ({ text }: Document): string[] =>
  [...text.replaceAll(FENCED, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, address = '']) => address).filter((address) => !/^[a-z]+:/.test(address));

/** How a heading is addressed. */
export const anchorsOf = ({ text }: Document): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));

/** Whether a file is there, or what it is built from. */
export const isThere = (path: string): boolean => {
  const source = /^dist\/(.+)\.js$/.exec(path)?.[1];
  return existsSync(join(ROOT, source === undefined ? path : `${source}.ts`));
};
