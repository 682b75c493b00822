import { SOMETHING, type Written } from './code-strings.js';

const STRING = /"((?:[^"\\]|\\.)*)"/g;

/** Words inside `{{ … }}` and `{% … %}`: what a macro is given, what a condition chooses from. */
const quoted = (source: string): readonly string[] => [...source.matchAll(/\{[{%](.*?)[}%]\}/gs)].flatMap(([, inside = '']) => [...inside.matchAll(STRING)].map(([, text = '']) => text));

/** The words between tags, block by block; what is filled in is a name, and where a condition begins or ends a text does too. */
const running = (source: string): readonly string[] =>
  source.replace(/\{#.*?#\}/gs, '').replace(/\{\{.*?\}\}/gs, SOMETHING).replace(/\{%.*?%\}/gs, '\n').replace(/<\/?(?:a|strong|span|abbr|em|time|code)\b[^>]*>/g, '').replace(/<[^>]*>/gs, '\n').split('\n').map((line) => line.replace(/\s+/g, ' ').trim());

/** Every text of a Nunjucks template. */
export const textsOf = (file: string, source: string): readonly Written[] => [...quoted(source), ...running(source)].map((text) => ({ text, where: file, refusal: false }));
