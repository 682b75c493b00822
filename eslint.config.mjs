import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Contexts that are built; each knows itself and what is shared. */
const CONTEXTS = ['locality-hub', 'regional-hub', 'portal'];
const SHARED = ['type:kernel', 'type:contracts', 'type:platform'];
const FRAMEWORK = ['@nestjs/*', 'typeorm', 'pg', 'kafkajs', 'fastify', 'pino', 'class-validator', 'class-transformer', 'rxjs'];

/** Who may import whom (docs/architecture.md). `forSpecs` is what tests may import beyond. */
const constraints = (...forSpecs) => [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel', ...forSpecs], bannedExternalImports: FRAMEWORK },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', ...forSpecs] },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: [...SHARED, ...forSpecs] },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:kernel', ...forSpecs], bannedExternalImports: FRAMEWORK },
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: ['type:domain', ...SHARED, ...forSpecs], bannedExternalImports: ['kafkajs', 'nunjucks', ...(forSpecs.length ? [] : ['pg'])] },
  { sourceTag: 'type:web', onlyDependOnLibsWithTags: [...SHARED, ...forSpecs], bannedExternalImports: ['kafkajs', 'typeorm', ...(forSpecs.length ? [] : ['pg'])] },
  { sourceTag: 'type:composition', onlyDependOnLibsWithTags: ['type:service', 'type:web', ...SHARED] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:service', 'type:web', 'type:composition', ...SHARED] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:testing', ...SHARED] },
  { sourceTag: 'type:journey', onlyDependOnLibsWithTags: ['type:journey', 'type:composition', 'type:testing', 'type:domain', 'type:service', 'type:web', ...SHARED] },
  ...CONTEXTS.map((context) => ({ sourceTag: `scope:${context}`, onlyDependOnLibsWithTags: [`scope:${context}`, 'scope:shared', ...(forSpecs.length ? ['scope:all'] : [])] })),
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared', ...(forSpecs.length ? ['scope:all'] : [])] },
];

/** Tests start true Kafka and Keycloak, sign in, and take the demonstration's councils, by the same programs as people do. */
const STARTERS = ['deploy/(kafka|keycloak)/start\\.mjs$', 'tools/token/sign-in\\.mjs$', 'tools/demonstration/(index|load-history)\\.js$'];

const boundaries = (...forSpecs) => ({ '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: forSpecs.length ? STARTERS : [], ignoredCircularDependencies: [['platform-tenant-db', 'testing-database']], depConstraints: constraints(...forSpecs) }] });

const clock = { selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the Clock what time it is.' };
const random = { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Nothing here is left to chance.' };
const tenantTx = { selector: "TSAsExpression > TSTypeReference[typeName.name='TenantTx']", message: 'Only inTenants makes a TenantTx.' };
const setConfig = { selector: "Literal[value=/set_config/], TemplateElement[value.raw=/set_config/]", message: 'Only platform/tenant-db sets the tenants of a transaction.' };
const topLevelLet = { selector: "Program > VariableDeclaration[kind='let']", message: 'A service may run twice in one process: no state in a module.' };

const CANARY = 'tests/workspace/canary/domain/**/*.ts';
const PURE = [CANARY, 'libs/*/domain/**/*.ts', 'libs/kernel/**/*.ts', 'libs/statutory-clocks/**/*.ts'];
const TESTS = ['**/*.spec.ts', '**/*.fixture.ts', 'tests/**/*.ts'];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.nx', '.cache', '.data', 'coverage', '**/*.mjs', 'tests/workspace/canary/**'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...boundaries(),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false, properties: false, returns: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      'no-empty': 'error',
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
      'max-params': 'off',
      complexity: ['error', 10],
      'no-restricted-syntax': ['error', tenantTx, setConfig, topLevelLet],
    },
  },
  { files: PURE, rules: { 'no-restricted-syntax': ['error', clock, random, tenantTx, setConfig, topLevelLet], 'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'console'], 'no-restricted-imports': ['error', { patterns: ['node:*'] }] } },
  { files: ['libs/platform/tenant-db/**/*.ts'], rules: { 'no-restricted-syntax': ['error', topLevelLet] } },
  { files: ['**/*.tables.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: TESTS, ignores: [CANARY], rules: { ...boundaries('type:testing', 'type:composition', 'type:platform', 'type:service', 'type:domain'), 'max-lines': ['error', 400], 'max-lines-per-function': 'off', 'no-restricted-syntax': ['error', { selector: "CallExpression[callee.property.name=/^(only|skip|todo)$/][callee.object.name=/^(it|describe|test)$/]", message: 'A test runs, or it is not there.' }], 'no-restricted-globals': 'off', 'no-restricted-imports': 'off' } },
);
