export { type Decision, type Refusal, decided, refuse, unreachable } from './decision.js';
