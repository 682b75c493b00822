import ts from 'typescript';

/** A text that people may read, where it is written, and whether it is what a refusal says. */
export type Written = Readonly<{ text: string; where: string; refusal: boolean }>;

/** What stands in a text for what only the running product knows: a name of two syllables. */
export const SOMETHING = 'Ada';

/** Where strings are for programmers: what breaks loudly, what the API's document says, SQL. */
const isForProgrammers = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isDecorator(node) || ts.isTypeNode(node) || ts.isRegularExpressionLiteral(node) || (ts.isNewExpression(node) && /Error$/.test(node.expression.getText()));

const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(SOMETHING) : undefined;
};

const REFUSAL_CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

const siblingsOf = (node: ts.Node): readonly ts.Node[] => {
  const { parent } = node;
  if (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent)) return siblingsOf(parent);
  if (ts.isCallExpression(parent)) return parent.arguments;
  return ts.isPropertyAssignment(parent) ? parent.parent.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? [property.initializer] : [])) : [];
};

/** A refusal's sentence stands beside its code, as arguments or as properties. */
const isOfRefusal = (node: ts.Node): boolean => siblingsOf(node).some((sibling) => ts.isStringLiteral(sibling) && REFUSAL_CODE.test(sibling.text));

/** Every string of a TypeScript file but those for programmers; a template's expressions give their own. */
export const stringsOf = (file: string, source: string): readonly Written[] => {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const found: Written[] = [];
  const look = (node: ts.Node): void => {
    if (isForProgrammers(node)) return;
    const text = textOf(node);
    if (text !== undefined) found.push({ text, refusal: isOfRefusal(node), where: `${file}:${String(tree.getLineAndCharacterOfPosition(node.getStart()).line + 1)}` });
    ts.forEachChild(node, look);
  };
  look(tree);
  return found;
};
