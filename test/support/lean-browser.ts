/**
 * What a Chromium of the tests leaves out, so that it takes a fifth less of a processor. Nobody sees its window: each new one would load two pages for the
 * list under the address bar and keep a process ready for the next page. Chromium hears the last `--disable-features` alone, so what Playwright leaves out
 * itself is named again.
 */
const leftOut = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'Translate',
];

export const leanBrowser = `--disable-features=${leftOut.join(',')}`;
