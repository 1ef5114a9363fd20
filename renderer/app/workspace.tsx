import type { JSX } from 'react';
import { Suspense, useEffect } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { AppServices } from '../services/services.ts';
import { ServicesContext } from '../services/use-services.ts';
import { Spinner } from '../ui/spinner.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { RouteBoundary } from './route-boundary.tsx';
import { routes } from './routes.tsx';
import { Shell } from './shell.tsx';

/** The app for the person who is signed in. */
export function Workspace({ services }: { readonly services: AppServices }): JSX.Element {
  const [location] = useLocation();
  const { sync } = services;
  useEffect(() => sync.start(), [sync]);
  return (
    <ServicesContext value={services}>
      <Shell>
        <RouteBoundary address={location}>
          <Suspense fallback={<Spinner />}>
            <Switch>
              {routes.map(({ path, Page }) => (
                <Route key={path} path={path}>
                  <Page />
                </Route>
              ))}
              <Route>
                <NotFoundPage />
              </Route>
            </Switch>
          </Suspense>
        </RouteBoundary>
      </Shell>
    </ServicesContext>
  );
}
