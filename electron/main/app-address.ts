/** The app's own scheme. */
export const APP_SCHEME = 'app';
/** The one host of it. */
export const APP_HOST = 'bazarnegar';
/** Where the page begins. */
export const START_URL = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** Whether an address is one of the app's own. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}
