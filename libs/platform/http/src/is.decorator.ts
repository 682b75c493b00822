import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy, buildMessage } from 'class-validator';

/** A value's own constructor: gives the value or throws a TypeError whose message is a sentence for a person. */
export type ValueOf = (text: never) => unknown;

export type IsOptions = Readonly<{ optional?: true; list?: true; description?: string; example?: unknown; enum?: readonly string[] }>;

const sentenceOf = (parse: ValueOf, value: unknown): string | undefined => {
  if (typeof value !== 'string') return 'This must be text.';
  try {
    parse(value as never);
    return undefined;
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
};

const sentencesOf = (parse: ValueOf, value: unknown): string | undefined => {
  if (!Array.isArray(value)) return 'This must be a list.';
  return value.map((each) => sentenceOf(parse, each)).find((sentence) => sentence !== undefined);
};

/** A property of a request: the value's own constructor is its only validation, and its description stands in the OpenAPI document (style anchor 8). */
export const Is = (parse: ValueOf, options: IsOptions = {}): PropertyDecorator => {
  const check = options.list ? sentencesOf : sentenceOf;
  const described: ApiPropertyOptions = {
    type: String,
    isArray: options.list ?? false,
    ...(options.description === undefined ? {} : { description: options.description }),
    ...(options.example === undefined ? {} : { example: options.example }),
    ...(options.enum === undefined ? {} : { enum: [...options.enum] }),
  } as ApiPropertyOptions;
  return applyDecorators(
    ...(options.optional ? [ApiPropertyOptional(described), IsOptional(), Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))] : [ApiProperty(described)]),
    ValidateBy({
      name: 'is',
      validator: {
        validate: (value: unknown) => check(parse, value) === undefined,
        defaultMessage: buildMessage((_prefix, args) => check(parse, args?.value) ?? ''),
      },
    }),
  );
};

/** One of a fixed list of words. */
export const oneOf = <T extends string>(...words: readonly T[]) => (text: string): T => {
  if (!words.includes(text as T)) throw new TypeError(`This must be one of: ${words.join(', ')}.`);
  return text as T;
};

/** Text of a person, with a length that makes sense. */
export const textOf = (least: number, most: number) => (text: string): string => {
  const trimmed = text.trim();
  if (trimmed.length < least) throw new TypeError(least === 1 ? 'Write something here.' : `Write at least ${least} characters.`);
  if (trimmed.length > most) throw new TypeError(`Write ${most} characters at most.`);
  return trimmed;
};

/** A whole number written in digits. */
export const wholeNumber = (least: number, most: number) => (text: string): number => {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most) throw new TypeError(`This must be a whole number from ${least} to ${most}.`);
  return Number(text);
};
