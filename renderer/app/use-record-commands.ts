import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { RecordView } from '#shared/records/record.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Language } from '#shared/core/language.ts';
import { useLive } from '../db/use-live.ts';
import type { LocalStore } from '../db/stores.ts';
import type { Registers } from '../forms/registers.ts';
import type { Format } from '../i18n/format.ts';
import { usePreferences } from '../i18n/preference-store.ts';
import { useFormat } from '../i18n/use-format.ts';
import { loadRegisters } from '../services/use-registers.ts';
import { useServices } from '../services/use-services.ts';
import { marketName, outletName, partNames } from '../services/visit-names.ts';
import type { VisitPart, WholeVisit } from '../services/visit-parts.ts';
import { listVisits, loadVisit } from '../services/visit-parts.ts';
import { nameCommands } from './name-commands.ts';
import type { Command } from './palette-commands.ts';

// Some weeks of one person's visits; older ones are found on the screens that have filters.
const MOST_VISITS = 300;
const MOST_WITH_RECORDS = 20;

interface Found {
  readonly registers: Registers;
  readonly visits: readonly VisitPart[];
  readonly wholes: readonly WholeVisit[];
  readonly competitors: readonly RecordView[];
}

/** Visits, the records of the latest of them by their number there, and all that has a name, each a way to itself. */
export function useRecordCommands(): readonly Command[] {
  const { store } = useServices();
  const { language } = usePreferences();
  const format = useFormat();
  const [, navigate] = useLocation();
  const live = useLive(() => load(store), [store]);
  const found = live.status === 'ready' ? live.value : undefined;
  return useMemo(() => {
    if (found === undefined) return [];
    const words = { registers: found.registers, language, format, navigate };
    return [
      ...found.visits.map((visit) => visitCommand(visit, words)),
      ...found.wholes.flatMap((whole) => recordCommands(whole, words)),
      ...nameCommands({ ...words, competitors: found.competitors }),
    ];
  }, [found, language, format, navigate]);
}

async function load(store: LocalStore): Promise<Found> {
  const [registers, all, competitors] = await Promise.all([
    loadRegisters(store.records),
    listVisits(store),
    store.records.list('competitor'),
  ]);
  const visits = all.slice(0, MOST_VISITS);
  const wholes = await Promise.all(
    visits.slice(0, MOST_WITH_RECORDS).map(({ id }) => loadVisit(store, id)),
  );
  const known = wholes.filter((whole) => whole !== undefined);
  return { registers, visits, wholes: known, competitors };
}

interface Words {
  readonly registers: Registers;
  readonly language: Language;
  readonly format: Format;
  readonly navigate: (to: string) => void;
}

function visitName(visit: VisitPart, { registers, language }: Words): string {
  const names = [marketName(visit, registers, language), outletName(visit, language)];
  const known = names.filter((name) => name !== undefined);
  return known.length === 0 ? formTitle('visit')[language] : known.join(' — ');
}

function visitCommand(visit: VisitPart, words: Words): Command {
  const day = textAnswer(visit.answers['visit_date']) as PlainDate | undefined;
  return {
    id: visit.id,
    group: 'visit',
    label: visitName(visit, words),
    note: day && words.format.dateBoth(day),
    aliases: day === undefined ? [] : [day],
    run: () => words.navigate(`/visits/${visit.id}?`),
  };
}

function recordCommands({ visit, parts }: WholeVisit, words: Words): readonly Command[] {
  const counts = new Map<string, number>();
  const where = visitName(visit, words);
  return parts.map((part): Command => {
    const number = (counts.get(part.kind) ?? 0) + 1;
    counts.set(part.kind, number);
    const { product, detail } = partNames(part, words.registers, words.language);
    const title = formTitle(part.kind)[words.language];
    return {
      id: part.id,
      group: 'record',
      label: [`${title} ${words.format.number(number)}`, product].filter(Boolean).join(' · '),
      note: [detail, where].filter(Boolean).join(' · '),
      aliases: [],
      run: () => words.navigate(`/visits/${visit.id}/${part.kind}/${part.id}`),
    };
  });
}
