import { createContext, useContext } from 'react';
import type { AppServices } from './services.ts';

/** Carries the services from the app to its features. */
export const ServicesContext = createContext<AppServices | undefined>(undefined);

/** The services of the running app; throws outside of it. */
export function useServices(): AppServices {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices outside of the app');
  return services;
}
