export { count, isFull, reached } from './counts.js';
