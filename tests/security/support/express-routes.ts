import type { Express } from 'express';

export interface Route {
  readonly method: string;
  readonly path: string;
}

/**
 * Every route that the app really has, read from its router: one that is added without an entry in
 * the tables of these tests makes them fail.
 */
export function routesOf(app: Express): Route[] {
  return app.router.stack.flatMap(({ route }) => {
    if (route === undefined) return [];
    const paths: string[] = [route.path].flat();
    const methods = [...new Set(route.stack.map(({ method }) => method.toUpperCase()))];
    return paths.flatMap((path) => methods.map((method) => ({ method, path })));
  });
}

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
