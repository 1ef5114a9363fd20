import { contextBridge, ipcRenderer } from 'electron';
import type { IpcReply } from '#shared/desktop/channels.ts';
import { desktopChannels, ipcName, SUSPEND_MESSAGE } from '#shared/desktop/channels.ts';
import type { Desktop } from '#shared/desktop/contract.ts';

const VERSION_ARGUMENT = '--bazarnegar-version=';
const versionArgument = process.argv.find((argument) => argument.startsWith(VERSION_ARGUMENT));

const desktop: Desktop = {
  host: 'desktop',
  appVersion: versionArgument?.slice(VERSION_ARGUMENT.length) ?? '',
  call: async (channel, input) => {
    if (!desktopChannels.includes(channel)) throw new Error('desktop/refused unknown-call');
    const reply: IpcReply<unknown> = await ipcRenderer.invoke(ipcName(channel), input);
    if (!reply.ok) throw new Error(`desktop/refused ${reply.error}: ${channel}`);
    // Main answers each channel with the output its handler is typed to give.
    return reply.value as never;
  },
  onSuspend: (listener) => {
    ipcRenderer.on(SUSPEND_MESSAGE, () => listener());
  },
};

contextBridge.exposeInMainWorld('desktop', desktop);
