import { SOMETHING } from './code-strings.js';

/** Names that the law or the DfE gives, which no plainer word may stand for; longest first where one holds another. */
const NAMES: readonly string[] = [
  // People and bodies.
  'data protection officer', 'independent reviewing officer', 'reviewing officer', 'performance officer', 'designated officer', 'social workers?', 'team managers?', 'elected member', 'quality assurance auditor', 'personal adviser',
  'Regional Head of Operations', 'Management Board', 'Information Commissioner', 'Social Work England', 'local authority', 'authority', 'emergency duty team', 'foster carers?',
  // What a court or a council decides.
  'special guardianship', 'special guardian', 'interim care order', 'emergency protection order', 'child assessment order', 'police protection', 'placement order', 'care order', 'parental responsibility', 'adoptions?', 'allocat(?:e|es|ed|ion|ions)',
  // Papers, returns and statutes.
  'personal education plan', 'pathway plan', 'strengths and difficulties questionnaire', 'health assessment', 'staying put arrangement', 'Children looked after return', 'Care Planning Regulations 2010', 'Police and Criminal Evidence Act', 'Web Content Accessibility Guidelines 2\\.2', 'Idempotency-Key',
];

const ANY = new RegExp(`\\b(?:${NAMES.join('|')})\\b`, 'gi');

/** The text with a plain word in the place of each name that has to stand. */
export const withoutNames = (text: string): string => text.replace(ANY, SOMETHING);
