import type { INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';

type Handler = (...args: unknown[]) => unknown;
type ControllerClass = { name: string; prototype: Record<string, Handler> };

/** A route of the portal, and whether it is open to those who are not signed in. */
export type Route = Readonly<{ name: string; method: 'GET' | 'POST'; path: string; open: boolean }>;

/** Nest's numbers for methods; the portal has no others. */
const METHODS = ['GET', 'POST'] as const;

const partsOf = (...parts: readonly unknown[]): string => parts.map((part) => String(part).replace(/^\/|\/$/g, '')).filter((part) => part !== '').join('/');

/** Every route that the running portal has, from what its controllers say. */
export const routesOf = (application: INestApplicationContext): readonly Route[] =>
  [...application.get(ModulesContainer, { strict: false }).values()]
    .flatMap((module) => [...module.controllers.values()])
    .map(({ metatype }) => metatype as unknown as ControllerClass)
    .flatMap((controller) => new MetadataScanner().getAllMethodNames(controller.prototype).flatMap((name) => routeOf(controller, name)));

const routeOf = (controller: ControllerClass, name: string): readonly Route[] => {
  const handler = controller.prototype[name];
  if (handler === undefined || !Reflect.hasMetadata('path', handler)) return [];
  const method = METHODS[Reflect.getMetadata('method', handler) as number];
  if (method === undefined) throw new Error(`The page ${controller.name}.${name} has a method that a form does not have.`);
  const open = [handler, controller].some((each) => Reflect.hasMetadata('portal:open', each));
  return [{ name: `${controller.name}.${name}`, method, path: `/${partsOf(Reflect.getMetadata('path', controller), Reflect.getMetadata('path', handler))}`, open }];
};
