import type { JSX } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Desktop } from '#shared/desktop/contract.ts';
import { I18nProvider } from '../i18n/i18n-provider.tsx';
import { Gate } from './gate.tsx';
import { StartUpScreen } from './start-up-screen.tsx';
import type { Start } from './start-up.ts';
import { VaultGate } from './vault-gate.tsx';

interface AppProps {
  readonly desktop: Desktop;
  readonly start: Start;
}

/** The whole page. */
export function App({ desktop, start }: AppProps): JSX.Element {
  return (
    <I18nProvider>
      {/* oxlint-disable-next-line react/hooks -- how wouter is told where addresses live */}
      <Router hook={useHashLocation}>
        <VaultGate desktop={desktop}>
          {(unlocked) => (
            <StartUpScreen unlocked={unlocked} start={start}>
              {(services) => <Gate services={services} />}
            </StartUpScreen>
          )}
        </VaultGate>
      </Router>
    </I18nProvider>
  );
}
