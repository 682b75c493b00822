import type { INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { PUBLIC, REQUIRES } from './route.decorators.js';

type Handler = (...args: unknown[]) => unknown;
type ControllerClass = { name: string; prototype: Record<string, Handler> };

/**
 * A route that says neither what it requires nor why it is public would be open or shut by accident, so it stops the start.
 * Call it when the application is made and before it listens.
 * @throws Error that names each such route.
 */
export const assertEveryRouteNamesItsCapability = (application: INestApplicationContext): void => {
  const faults = controllersOf(application).flatMap(faultsOf);
  if (faults.length > 0) throw new Error(faults.join('\n'));
};

const controllersOf = (application: INestApplicationContext): readonly ControllerClass[] =>
  [...application.get(ModulesContainer, { strict: false }).values()]
    .flatMap((module) => [...module.controllers.values()])
    .map(({ metatype }) => metatype as unknown as ControllerClass);

const faultsOf = (controller: ControllerClass): readonly string[] =>
  new MetadataScanner().getAllMethodNames(controller.prototype)
    .filter((name) => isRoute(controller.prototype[name]))
    .flatMap((name) => faultOf(controller, name) ?? []);

/** Nest keeps a path and a method on a handler of HTTP; one of events has a pattern instead. */
const isRoute = (handler: Handler | undefined): boolean =>
  handler !== undefined && Reflect.hasMetadata('path', handler) && Reflect.hasMetadata('method', handler);

const faultOf = (controller: ControllerClass, name: string): string | undefined => {
  const route = `${controller.name}.${name}`;
  const names = (key: string): boolean => Reflect.hasMetadata(key, controller.prototype[name] ?? controller) || Reflect.hasMetadata(key, controller);
  if (names(REQUIRES) && names(PUBLIC)) return `The route ${route} is marked both @Requires and @Public: keep the one that is meant.`;
  if (!names(REQUIRES) && !names(PUBLIC)) return `The route ${route} names no capability: mark it @Requires('…'), or @Public('why').`;
  return undefined;
};
