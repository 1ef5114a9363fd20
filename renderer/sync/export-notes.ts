import { z } from 'zod';
import type { ExportNote } from '#shared/sync/http-api.ts';
import { exportNoteSchema } from '#shared/sync/http-api.ts';
import type { SettingStore } from '../db/stores.ts';
import type { Transport } from './http-transport.ts';

const EXPORTS_SETTING = 'exports-to-tell';
const MOST_NOTES = 1000;

/** Notes an export for the server's audit; it is told of with the next sync. */
export async function noteExport(settings: SettingStore, note: ExportNote): Promise<void> {
  const notes = [...(await readNotes(settings)), note].slice(-MOST_NOTES);
  await settings.set(EXPORTS_SETTING, notes as never);
}

/** Tells the server of the exports it has not heard of; what it does not hear now it hears the next time. */
export async function tellExports(
  settings: SettingStore,
  transport: Pick<Transport, 'noteExport'>,
): Promise<void> {
  const notes = await readNotes(settings);
  for (const [at, note] of notes.entries()) {
    const told = await transport.noteExport(note);
    if (!told.ok) return;
    await settings.set(EXPORTS_SETTING, notes.slice(at + 1) as never);
  }
}

async function readNotes(settings: SettingStore): Promise<readonly ExportNote[]> {
  return z.array(exportNoteSchema).safeParse(await settings.get(EXPORTS_SETTING)).data ?? [];
}
