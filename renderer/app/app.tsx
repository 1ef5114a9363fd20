import type { JSX } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { I18nProvider } from '../i18n/i18n-provider.tsx';
import { Gate } from './gate.tsx';
import { StartUpScreen } from './start-up-screen.tsx';
import type { Start } from './start-up.ts';

/** The whole page. */
export function App({ start }: { readonly start: Start }): JSX.Element {
  return (
    <I18nProvider>
      {/* oxlint-disable-next-line react/hooks -- how wouter is told where addresses live */}
      <Router hook={useHashLocation}>
        <StartUpScreen start={start}>{(services) => <Gate services={services} />}</StartUpScreen>
      </Router>
    </I18nProvider>
  );
}
