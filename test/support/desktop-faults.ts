import type { Desktop, DesktopChannel } from '#shared/desktop/contract.ts';

/** When the power goes: before an append reaches the disk, or after it is on the disk and before the page hears of it. */
export type KillPoint = 'before-append' | 'after-append';

/** A desktop under which the app dies at its `at`-th append from now (1 = the next): that call is never answered. */
export function killAtAppend(at: number, point: KillPoint): (desktop: Desktop) => Desktop {
  let appends = 0;
  return withCall('journal.append', async (call) => {
    appends += 1;
    if (appends < at) return call();
    if (appends === at && point === 'after-append') await call();
    return new Promise(() => {});
  });
}

/** A desktop that does something else, or something more, on one of its calls. */
export function withCall(
  channel: DesktopChannel,
  act: (call: () => ReturnType<Desktop['call']>) => Promise<unknown>,
): (desktop: Desktop) => Desktop {
  return (desktop) => ({
    ...desktop,
    call: ((name: DesktopChannel, input: never) => {
      return name === channel ? act(() => desktop.call(name, input)) : desktop.call(name, input);
    }) as Desktop['call'],
  });
}

/** Lets everything that can go on without time passing go on. */
export async function settle(turns = 50): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
