import { modelledProxy } from './chromium-process.ts';
import { host, mustBeReady } from './host.ts';

type RequestDetails = Pick<Electron.OnBeforeRequestListenerDetails, 'url' | 'method'>;
type RequestListener = (
  details: RequestDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];

let requestListener: RequestListener | null = null;
let permissionCheck: CheckHandler = null;
let isCutOff = false;

/** Whether the app has given its session the proxy that the Chromium behind is started with. */
export function isBehindModelledProxy(): boolean {
  return isCutOff;
}

/** Whether the app's own filter lets a request of the page out; without a filter all go, as in Electron. */
export function isRequestCancelled(url: string, method: string): Promise<boolean> {
  const listener = requestListener;
  if (!listener) return Promise.resolve(false);
  return new Promise((resolve) => {
    listener({ url, method }, ({ cancel }) => {
      resolve(cancel === true);
    });
  });
}

/** Whether the app grants a permission to an origin; without a handler everything is granted, as in Electron. */
export function isPermissionGranted(
  permission: string,
  origin: string,
  mediaType?: 'video' | 'audio',
): boolean {
  type Permission = Parameters<NonNullable<CheckHandler>>[1];
  if (!permissionCheck) return true;
  const details = {
    isMainFrame: true,
    requestingUrl: `${origin}/`,
    ...(mediaType !== undefined && { mediaType }),
  };
  return permissionCheck(null, permission as Permission, origin, details);
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly Electron.CustomScheme[]) => {
    if (host.isReady) throw new Error('registerSchemesAsPrivileged must be called before ready');
    for (const { scheme } of schemes) host.schemes.add(scheme);
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    mustBeReady('protocol.handle');
    if (host.handlers.has(scheme)) throw new Error('The scheme has been intercepted');
    if (!host.schemes.has(scheme)) throw new Error(`host double: ${scheme} is not privileged`);
    host.handlers.set(scheme, handler);
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

type Modelled =
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setDevicePermissionHandler'
  | 'setCertificateVerifyProc'
  | 'setProxy';

/** The one session there is: one profile of one Chromium. */
export interface DoubleSession extends Pick<Electron.Session, Modelled> {
  readonly protocol: typeof protocol;
  readonly fetch: (address: string) => Promise<Response>;
  /** Electron's has a second form with a filter, which main does not use. */
  readonly webRequest: { readonly onBeforeRequest: (listener: RequestListener | null) => void };
}

const onlySession: DoubleSession = {
  protocol,
  webRequest: {
    onBeforeRequest: (listener: RequestListener | null) => {
      requestListener = listener;
    },
  },
  setPermissionCheckHandler: (handler: CheckHandler) => {
    permissionCheck = handler;
  },
  fetch: async (address) => {
    const request = new Request(address);
    const handler = host.handlers.get(new URL(request.url).protocol.slice(0, -1));
    if (!handler) throw new Error('net::ERR_UNKNOWN_URL_SCHEME');
    return handler(request);
  },
  // Chromium asks no one here: what the check handler says is set in it when a window opens.
  setPermissionRequestHandler: () => undefined,
  setDevicePermissionHandler: () => undefined,
  setCertificateVerifyProc: () => undefined,
  setProxy: async ({ proxyRules, proxyBypassRules }) => {
    isCutOff =
      proxyRules === modelledProxy.proxyRules &&
      proxyBypassRules === modelledProxy.proxyBypassRules;
  },
};

export const session = {
  fromPartition: (partition: string) => {
    mustBeReady('session');
    if (partition === '') throw new Error('host double: the default session is not modelled');
    return onlySession;
  },
};
