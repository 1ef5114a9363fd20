import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { err, ok } from '#shared/core/result.ts';
import type { IpcReply } from '#shared/desktop/channels.ts';
import { desktopChannels, ipcName } from '#shared/desktop/channels.ts';
import type { DesktopChannel, DesktopOutput } from '#shared/desktop/contract.ts';
import { desktopInputSchemas } from '#shared/desktop/input-schemas.ts';
import { isAppUrl } from '../main/app-address.ts';
import { errorCode } from '../main/durable-file.ts';
import type { MainLog } from '../main/main-log.ts';
import type { DesktopHandlers } from './handlers.ts';
import { unexpectedFailure } from './unexpected-failure.ts';

/** Who sent a call. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'> & {
  readonly sender: Pick<IpcMainInvokeEvent['sender'], 'id'>;
};

/**
 * Registers every call of the contract: the only place that listens to the page. A call is begun only when it comes from the
 * top frame of the app's own page in the window `ownContents` names, and its input is what the contract says.
 */
export function registerHandlers(
  ipc: Pick<IpcMain, 'handle'>,
  handlers: DesktopHandlers,
  ownContents: () => number | undefined,
  log: MainLog,
): void {
  for (const channel of desktopChannels) {
    ipc.handle(ipcName(channel), (event, input: unknown) =>
      isOwnPage(event, ownContents()) ? answer(handlers, channel, input, log) : refuse(),
    );
  }

  function refuse(): IpcReply<never> {
    log('call refused', 'wrong-sender');
    return err('wrong-sender');
  }
}

async function answer<C extends DesktopChannel>(
  handlers: DesktopHandlers,
  channel: C,
  input: unknown,
  log: MainLog,
): Promise<IpcReply<DesktopOutput<C>>> {
  const parsed = desktopInputSchemas[channel].safeParse(input);
  if (!parsed.success) {
    log('call refused', channel);
    return err('bad-input');
  }
  try {
    return ok(await handlers[channel](parsed.data));
  } catch (error) {
    log(`call failed: ${channel}`, errorCode(error));
    return ok(unexpectedFailure[channel](parsed.data, errorCode(error)));
  }
}

function isOwnPage({ sender, senderFrame }: Sender, own: number | undefined): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    own !== undefined &&
    sender.id === own &&
    isAppUrl(senderFrame.url)
  );
}
