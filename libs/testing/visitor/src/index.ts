export { Visitor } from './visitor.js';
