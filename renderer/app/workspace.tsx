import type { JSX } from 'react';
import { Suspense, useEffect, useMemo } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { Identity } from '#shared/journal/journal-record.ts';
import { useActing } from '../services/acting.ts';
import { ServicesContext } from '../services/use-services.ts';
import { Spinner } from '../ui/spinner.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { RouteBoundary } from './route-boundary.tsx';
import { routes } from './routes.tsx';
import { Shell } from './shell.tsx';
import type { StartedServices } from './start-up.ts';

interface WorkspaceProps {
  readonly started: StartedServices;
  readonly identity: Identity;
}

/** The app for the person who is signed in. */
export function Workspace({ started, identity }: WorkspaceProps): JSX.Element {
  const [location] = useLocation();
  const { store, sync } = started;
  useEffect(() => sync.start(), [sync]);
  const acting = useActing(store, identity);
  const services = useMemo(() => acting && { ...started, identity: acting }, [started, acting]);
  if (!services) return <Spinner />;
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
