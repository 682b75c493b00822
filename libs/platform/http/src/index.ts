export { type FieldError, HttpProblem, NOT_FOUND, PROBLEM_TYPE, type Problem, notFound, problem, refused } from './problem.js';
export { ProblemFilter } from './problem.filter.js';
export { Is, type IsOptions, type ValueOf, oneOf, textOf, wholeNumber } from './is.decorator.js';
export { Read, validationPipe } from './validation.pipe.js';
export { type Page, PageQuery, WholeListQuery, limitOf, pageOf, pageOfWhole } from './page.js';
export { changedMeanwhile, etagOf, versionFrom } from './etag.js';
export { type FirstAnswer, IdempotencyKeys, fingerprintOf, idempotencyTable } from './idempotency.js';
export { IdempotencyInterceptor } from './idempotency.interceptor.js';
export { openApiOf } from './openapi.js';
