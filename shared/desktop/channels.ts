import type { Result } from '../core/result.ts';
import type { DesktopChannel } from './contract.ts';

// Apart from the schemas, so that the preload stays a page of code: it needs the names only.
const channels: Readonly<Record<DesktopChannel, true>> = {
  'vault.list': true,
  'vault.open': true,
  'vault.write': true,
  'vault.seal': true,
  'vault.discard-unsealed': true,
  'vault.lock': true,
  'journal.open': true,
  'journal.read': true,
  'journal.accept': true,
  'journal.append': true,
  'photo.put': true,
  'photo.get': true,
  'photo.remove': true,
  'copy.state': true,
  'copy.choose': true,
  'copy.stop': true,
  'copy.run': true,
  'copy.open': true,
  'copy.read': true,
  'copy.photo': true,
  'server.get': true,
  'server.set': true,
  'http.request': true,
  'file.begin': true,
  'file.write': true,
  'file.end': true,
  'file.open': true,
  'file.read': true,
  'file.close': true,
  'update.check': true,
  'storage.state': true,
  'system.languages': true,
};

/** Every call of the contract, for registration in main, in the preload and in the browser host. */
export const desktopChannels = Object.keys(channels) as readonly DesktopChannel[];

/** The name under which a call crosses Electron's IPC. */
export function ipcName(channel: DesktopChannel): string {
  return `bazarnegar:${channel}`;
}

/** The message by which main tells the page that the system suspends or locks its screen. */
export const SUSPEND_MESSAGE = 'bazarnegar:suspend';

/** Why main does not even begin a call: only a broken or hostile page ever hears one of these. */
export const ipcRefusals = ['wrong-sender', 'bad-input'] as const;
/** One reason of refusal. */
export type IpcRefusal = (typeof ipcRefusals)[number];

/** What crosses back: the call's output, or that it was refused. */
export type IpcReply<T> = Result<T, IpcRefusal>;
