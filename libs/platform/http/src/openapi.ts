import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

type Operation = Readonly<{ operationId?: string; responses?: Readonly<Record<string, unknown>>; summary?: string }>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

const operationsOf = (document: OpenAPIObject): readonly [string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method): [string, Operation][] => {
      const operation = (item as Record<string, Operation | undefined>)[method];
      return operation === undefined ? [] : [[`${method.toUpperCase()} ${path}`, operation]];
    }),
  );

type Answer = Readonly<{ content?: unknown; description?: string }>;

/** An answer says what it holds; 204 and 202 with only a Location hold nothing and say so in words. */
const isDescribed = ([status, answer]: readonly [string, unknown]): boolean => {
  const { content, description } = answer as Answer;
  return /^2|^3/.test(status) && (content !== undefined || (status === '204' && Boolean(description)));
};

const gapsOf = (document: OpenAPIObject): readonly string[] =>
  operationsOf(document).flatMap(([name, { responses, summary }]) => [
    ...(Object.entries(responses ?? {}).some(isDescribed) ? [] : [`${name} does not say what it answers`]),
    ...(summary ? [] : [`${name} has no summary`]),
  ]);

const emptySchemasOf = (document: OpenAPIObject): readonly string[] =>
  Object.entries(document.components?.schemas ?? {}).flatMap(([name, schema]) =>
    'properties' in schema && Object.keys(schema.properties ?? {}).length > 0 ? [] : 'enum' in schema || 'allOf' in schema ? [] : [`${name} describes no property`],
  );

/**
 * The OpenAPI document of a service, made from its code.
 * @throws Error that names every gap: a document that leaves things out is worse than none, so the service does not start.
 */
export const openApiOf = (app: INestApplication, title: string): OpenAPIObject => {
  const config = new DocumentBuilder().setTitle(title).setVersion('1').addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }).addSecurityRequirements('bearer').build();
  const seen = new Map<string, string>();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => {
      const id = `${controller.replace(/Controller$/, '')}.${method}`;
      if (seen.has(id)) throw new Error(`Two routes are called ${id} in the OpenAPI document of ${title}.`);
      seen.set(id, id);
      return id;
    },
  });
  const gaps = [...gapsOf(document), ...emptySchemasOf(document)];
  if (gaps.length > 0) throw new Error(`The OpenAPI document of ${title} is not complete: ${gaps.join('; ')}.`);
  return document;
};
