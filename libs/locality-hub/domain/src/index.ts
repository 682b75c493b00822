export type { ChildRows, Finding, Rule, RowsByModule } from './ssda903-rules/rule.js';
export { checkChild } from './ssda903-rules/check-child.js';
export { listedRules, rulesInForce } from './ssda903-rules/catalogue.js';
