import { existsSync } from 'node:fs';
import path from 'node:path';

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'brave-browser',
];
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const windowsPrograms = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
];

/** The path of an installed Chromium, Chrome or Edge; the variable CHROMIUM names one that lies elsewhere. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM'];
  return [...(named === undefined ? [] : [named]), ...usualPlaces()].find((file) =>
    existsSync(file),
  );
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin')
    return macApps.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => windowsPrograms.map((program) => path.join(folder, program)));
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => onPath.map((name) => path.join(folder, name)));
}
