import { useEffect, useRef, useState } from 'react';
import {
  CONSORTIUM_READINGS,
  writeConsortiumBundle,
} from '#shared/bundle/write-consortium-bundle.ts';
import { toInstant } from '#shared/core/instant.ts';
import type { ExportChoices } from '#shared/exports/manifest.ts';
import { PACKAGE_READINGS, writePackage } from '#shared/exports/package.ts';
import type { Registers } from '../../forms/registers.ts';
import type { AppServices } from '../../services/services.ts';
import { useServices } from '../../services/use-services.ts';
import { loadDeviceKeys } from '../../sync/device-keys.ts';
import { noteExport, tellExports } from '../../sync/export-notes.ts';
import { createHttpTransport } from '../../sync/http-transport.ts';
import { exportName, sealedName } from './export-name.ts';
import type { PackagePieces, SaveOutcome } from './save-export.ts';
import { saveExport } from './save-export.ts';
import type { ExportWish } from './select-records.ts';
import { countOf, selectRecords } from './select-records.ts';
import { selectionSource } from './selection-source.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  /** `done` and `total` count each record as often as it is read: once for each file format, and twice that where the package is sealed. */
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | SaveOutcome;

/** What a person wants to have, and how. */
export interface ExportPlan {
  readonly wish: ExportWish;
  readonly choices: ExportChoices;
  readonly registers: Registers;
  /** age recipients of a sealed bundle; none for a zip. */
  readonly receivers: readonly string[];
}

interface ExportControl {
  readonly state: ExportState;
  readonly start: (plan: ExportPlan) => Promise<void>;
  readonly cancel: () => void;
}

const PROGRESS_STEP = 100;

/** Runs one export at a time; leaving the page ends it and leaves no file. */
export function useExport(): ExportControl {
  const services = useServices();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function start(plan: ExportPlan): Promise<void> {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    try {
      const outcome = await runExport(services, plan, controller.signal, (done, total) =>
        setState({ kind: 'running', done, total }),
      );
      setState(outcome);
    } finally {
      running.current = undefined;
    }
  }
  return { state, start, cancel: () => running.current?.abort() };
}

async function runExport(
  { desktop, store, ambient, identity }: AppServices,
  { wish, choices, registers, receivers }: ExportPlan,
  signal: AbortSignal,
  tell: (done: number, total: number) => void,
): Promise<SaveOutcome> {
  const nowMs = ambient.nowMs();
  const offsetMinutes = ambient.offsetMinutes(nowMs);
  const exportedAt = toInstant(nowMs, offsetMinutes);
  const { project, isSample, person } = identity;
  const isSealed = receivers.length > 0;
  const keys = isSealed ? await loadDeviceKeys(store.settings) : undefined;
  if (isSealed && !keys) return { kind: 'failed', failure: { kind: 'sync/cannot-verify' } };
  async function openPieces(): Promise<PackagePieces> {
    const selection = await selectRecords(store.records, wish);
    const total = countOf(selection) * (isSealed ? CONSORTIUM_READINGS : PACKAGE_READINGS);
    let done = 0;
    tell(done, total);
    const source = selectionSource(store.records, selection, registers, choices.language);
    const order = {
      choices,
      offsetMinutes,
      origin: {
        appVersion: desktop.appVersion,
        project,
        isSample,
        exportedBy: person,
        exportedAt,
      },
      onRecord: () => {
        done += 1;
        if (done % PROGRESS_STEP === 0) tell(done, total);
      },
    };
    return keys
      ? writeConsortiumBundle(source, order, { ...keys, recipients: receivers })
      : writePackage(source, order);
  }
  // The place is asked for first: a browser shows its dialog only right after the press of the button.
  const name = isSealed ? sealedName(crypto.randomUUID()) : exportName(project, exportedAt);
  const outcome = await saveExport(desktop, name, openPieces, signal);
  if (outcome.kind === 'saved') {
    const { sha256, manifest } = outcome;
    const records = Object.values(manifest.forms).reduce((sum, form) => sum + form.records, 0);
    const note = {
      atMs: nowMs,
      records,
      sha256,
      withPersonal: choices.personal === 'with_consent',
    };
    await noteExport(store.settings, note);
    void tellExports(store.settings, createHttpTransport(desktop));
  }
  return outcome;
}
