import type { INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { OPEN, SIGNED_IN } from './signed-in.guard.js';

type Handler = (...args: unknown[]) => unknown;
type ControllerClass = { name: string; prototype: Record<string, Handler> };

/** A route of the portal, as a test may ask for it. */
export type Route = Readonly<{ name: string; method: 'GET' | 'POST'; path: string; open: boolean }>;

/** Nest's numbers for methods; the portal has no others. */
const METHODS = ['GET', 'POST'] as const;

/**
 * A route that says neither that it is for those who are signed in nor why it is open would be either by accident, so it stops the start.
 * @throws Error that names each such route.
 */
export const assertEveryRouteSaysForWhom = (application: INestApplicationContext): void => {
  const faults = handlersOf(application).flatMap(({ name, says }) => {
    if (says(SIGNED_IN) !== says(OPEN)) return [];
    return says(OPEN) ? [] : [`The page ${name} does not say for whom it is: mark it @ForSignedIn(), or @Open('why').`];
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
};

/** Every route, for the tests that walk them all. */
export const routesOf = (application: INestApplicationContext): readonly Route[] =>
  handlersOf(application).map(({ name, controller, handler, says }) => {
    const method = METHODS[Reflect.getMetadata('method', handler) as number];
    if (method === undefined) throw new Error(`The page ${name} has a method that a form does not have.`);
    const path = [Reflect.getMetadata('path', controller), Reflect.getMetadata('path', handler)].map((part) => String(part).replace(/^\/|\/$/g, '')).filter((part) => part !== '').join('/');
    return { name, method, path: `/${path}`, open: says(OPEN) };
  });

const handlersOf = (application: INestApplicationContext) =>
  [...application.get(ModulesContainer, { strict: false }).values()]
    .flatMap((module) => [...module.controllers.values()])
    .map(({ metatype }) => metatype as unknown as ControllerClass)
    .flatMap((controller) => new MetadataScanner().getAllMethodNames(controller.prototype).map((name) => ({ controller, name: `${controller.name}.${name}`, handler: controller.prototype[name] })))
    .flatMap(({ controller, name, handler }) =>
      handler !== undefined && Reflect.hasMetadata('path', handler) ? [{ controller, name, handler, says: (key: string) => Reflect.hasMetadata(key, handler) || Reflect.hasMetadata(key, controller) }] : []);
