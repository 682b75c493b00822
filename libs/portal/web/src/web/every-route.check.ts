import type { INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { OPEN, SIGNED_IN } from './signed-in.guard.js';

type Handler = (...args: unknown[]) => unknown;
type ControllerClass = { name: string; prototype: Record<string, Handler> };

/**
 * A route that says neither that it is for those who are signed in nor why it is open would be either by accident, so it stops the start.
 * @throws Error that names each such route.
 */
export const assertEveryRouteSaysForWhom = (application: INestApplicationContext): void => {
  const controllers = [...application.get(ModulesContainer, { strict: false }).values()].flatMap((module) => [...module.controllers.values()]).map(({ metatype }) => metatype as unknown as ControllerClass);
  const faults = controllers.flatMap((controller) => new MetadataScanner().getAllMethodNames(controller.prototype).flatMap((name) => faultOf(controller, name) ?? []));
  if (faults.length > 0) throw new Error(faults.join('\n'));
};

const faultOf = (controller: ControllerClass, name: string): string | undefined => {
  const handler = controller.prototype[name];
  if (handler === undefined || !Reflect.hasMetadata('path', handler)) return undefined;
  const says = [OPEN, SIGNED_IN].some((key) => Reflect.hasMetadata(key, handler) || Reflect.hasMetadata(key, controller));
  return says ? undefined : `The page ${controller.name}.${name} does not say for whom it is: mark it @ForSignedIn(), or @Open('why').`;
};
