export type { ChildRows, Finding, Rule, RowsByModule } from './ssda903-rules/rule.js';
export { checkChild } from './ssda903-rules/check-child.js';
export { listedRules, rulesInForce } from './ssda903-rules/catalogue.js';
export { type Cells, MODULES, type ModuleName, type StatedRow, type UploadRow } from './ssda903/modules.js';
export type { CellChange, ChildOutcome, ChildUpload, RowOutcome } from './ssda903/outcome.js';
export { type SetAsideCode, type SetAsideText, setAsideReason, setAsideText } from './ssda903/set-aside.js';
export { IMPORT_FINDINGS, type ImportFinding, type ImportFindingCode } from './ssda903/import-findings.js';
