const dangerous = new Set([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'js-flags',
  'proxy-server',
  'proxy-pac-url',
  'host-rules',
  'host-resolver-rules',
  'ignore-certificate-errors',
  'load-extension',
  'no-sandbox',
  'disable-web-security',
  'user-data-dir',
  'renderer-cmd-prefix',
  'gpu-launcher',
  'utility-cmd-prefix',
  'enable-logging',
  'log-file',
]);

/** Arguments that would open an installed app to whoever wrote its shortcut; it does not start with one of them. */
export function dangerousArguments(argv: readonly string[]): readonly string[] {
  return argv.slice(1).filter((argument) => {
    const name = /^(?:--?|\/)([a-z-]+)/i.exec(argument)?.[1]?.toLowerCase();
    return name !== undefined && dangerous.has(name);
  });
}
