import { type ArgumentMetadata, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, HttpProblem, problem } from './problem.js';

const fieldErrors = (errors: readonly ValidationError[]): FieldError[] =>
  errors.flatMap(({ property, constraints, children }) => [
    ...Object.entries(constraints ?? {}).map(([kind, sentence]) => ({ field: property, sentence: kind === 'whitelistValidation' ? 'Nothing of this name is read here.' : sentence })),
    ...fieldErrors(children ?? []),
  ]);

/** Shape is checked at the edge, once: what is not described is refused, not ignored. 400 with a sentence for each field. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) => new HttpProblem(problem(400, 'REQUEST_NOT_READ', 'Something in the request cannot be read.', { errors: fieldErrors(errors) })),
  });

/** Reads one part of a path or one header with a value's constructor. In a path, what cannot be an id names nothing: 404. */
export class Read<T> implements PipeTransform<string, T> {
  constructor(
    private readonly parse: (text: string) => T,
    private readonly otherwise: () => HttpProblem,
  ) {}

  transform(text: string, _metadata: ArgumentMetadata): T {
    try {
      return this.parse(text);
    } catch (error) {
      if (error instanceof TypeError) throw this.otherwise();
      throw error;
    }
  }
}
