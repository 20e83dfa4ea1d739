import { RequestMethod, type Type } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, type DiscoveryService, type Reflector } from '@nestjs/core';
import { ACCESS, type AccessRule } from '../auth/access.js';
import { DESCRIPTION, type RouteDescription } from './describe.js';

/** One route of the running application. */
export interface Route {
  /** Controller without its suffix, such as `Materials`. */
  readonly subject: string;
  readonly name: string;
  /** Lower case: `get`, `post`, … */
  readonly method: string;
  /** As OpenAPI writes it: `/api/v1/cases/{id}`. */
  readonly path: string;
  readonly parameters: readonly string[];
  readonly status: number;
  readonly access: readonly AccessRule[];
  readonly description: RouteDescription | undefined;
}

type Handler = (...given: never[]) => unknown;

const scanner = new MetadataScanner();

/** Every route of every controller, in the order they were registered. */
export const routesOf = (discovery: DiscoveryService, reflector: Reflector): readonly Route[] =>
  discovery
    .getControllers()
    .flatMap(({ metatype }) => (metatype ? routesOfController(metatype as Type, reflector) : []));

function routesOfController(controller: Type, reflector: Reflector): readonly Route[] {
  const prototype = controller.prototype as Record<string, Handler>;
  return scanner.getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const method = handler && reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
    if (!handler || method === undefined) return [];
    const verb = RequestMethod[method].toLowerCase();
    const described = {
      access: reflector.getAllAndOverride<readonly AccessRule[] | undefined>(ACCESS, [handler, controller]) ?? [],
    };
    return pathsOf(controller, handler, reflector).map((path) => ({
      ...described,
      subject: controller.name.replace(/Controller$/, ''),
      name,
      method: verb,
      path: path.replace(/:(\w+)/g, '{$1}'),
      parameters: [...path.matchAll(/:(\w+)/g)].map(([, parameter = '']) => parameter),
      status: reflector.get<number | undefined>(HTTP_CODE_METADATA, handler) ?? (verb === 'post' ? 201 : 200),
      description: reflector.get<RouteDescription | undefined>(DESCRIPTION, handler),
    }));
  });
}

function pathsOf(controller: Type, handler: Handler, reflector: Reflector): readonly string[] {
  const prefixes = [reflector.get<string | string[]>(PATH_METADATA, controller)].flat();
  const ends = [reflector.get<string | string[]>(PATH_METADATA, handler)].flat();
  return prefixes.flatMap((prefix) =>
    ends.map((end) => `/${prefix}/${end}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')),
  );
}
