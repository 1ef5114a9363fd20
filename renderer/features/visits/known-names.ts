import { searchKey } from '#shared/core/search-key.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { Language } from '#shared/core/language.ts';
import type { KnownName } from '../../forms/form-aid.ts';
import { namesIn, registerOptions } from '../../forms/register-options.ts';
import type { Registers } from '../../forms/registers.ts';
import { plainItemName } from '../../forms/registers.ts';
import type { NameIndex } from '../../ui/name-index.ts';
import { createNameIndex } from '../../ui/name-index.ts';
import type { PastRecords } from './past-records.ts';

interface Knowledge {
  readonly past: PastRecords;
  readonly registers: Registers;
  readonly language: Language;
  readonly date: (day: PlainDate) => string;
}

/** Where a name is typed: the visit, and the market it is in as far as it is known. */
interface Whereabouts {
  readonly visit: RecordId;
  readonly market: string | undefined;
  readonly marketOther: string | undefined;
}

/**
 * Names given before, by field: outlets and respondents of the same market, who may be the same again; markets, brands,
 * importers and manufacturers from anywhere. Each index is made when its field is first typed in.
 */
export function knownNames(
  knowledge: Knowledge,
  where: Whereabouts,
): (field: string) => NameIndex<KnownName> | undefined {
  const made = new Map<string, NameIndex<KnownName>>();
  return (field) => {
    const source = sources[field];
    if (source === undefined) return undefined;
    const index = made.get(field) ?? createNameIndex(distinct(source(knowledge, where)), namesOf);
    made.set(field, index);
    return index;
  };
}

type Source = (knowledge: Knowledge, where: Whereabouts) => readonly KnownEntry[];
interface KnownEntry extends KnownName {
  readonly aliases?: readonly string[] | undefined;
}

const sources: Readonly<Record<string, Source>> = {
  outlet_name: (knowledge, where) => [
    ...ofVisitsHere('outlet_name', knowledge, where, () => undefined),
    ...outletsHere(knowledge, where),
  ],
  respondent_name: (knowledge, where) =>
    ofVisitsHere('respondent_name', knowledge, where, outletOf),
  respondent_phone: (knowledge, where) =>
    ofVisitsHere('respondent_phone', knowledge, where, outletOf),
  market_other: (knowledge) => itemsOf('market', knowledge),
  brand_other: (knowledge) => itemsOf('brand', knowledge),
  importer_name: ({ past }) => ofCompetitors('importer_name', past),
  manufacturer: ({ past }) => ofCompetitors('manufacturer', past),
};

function namesOf({ text, aliases = [] }: KnownEntry): readonly string[] {
  return [text, ...aliases];
}

/** Each name once, the first that bears it: the latest visit, or the register. */
function distinct(entries: readonly KnownEntry[]): readonly KnownEntry[] {
  const seen = new Map(
    entries.toReversed().map((entry) => [`${searchKey(entry.text)} ${entry.note ?? ''}`, entry]),
  );
  return [...seen.values()].toReversed();
}

function ofVisitsHere(
  field: string,
  { past, date }: Knowledge,
  where: Whereabouts,
  moreOf: (answers: Answers) => string | undefined,
): readonly KnownEntry[] {
  return past.visits.flatMap(({ id, answers: given }) => {
    const answers = given as Answers;
    const text = textAnswer(answers[field]);
    if (text === undefined || id === where.visit || !isHere(answers, where)) return [];
    const day = textAnswer(answers['visit_date']) as PlainDate | undefined;
    const notes = [moreOf(answers), day && date(day)].filter(Boolean);
    return [{ text, note: notes.join(' · '), isHere: true }];
  });
}

function isHere(answers: Answers, { market, marketOther }: Whereabouts): boolean {
  if (market === undefined || textAnswer(answers['market_id']) !== market) return false;
  return (
    market !== 'other' ||
    searchKey(textAnswer(answers['market_other']) ?? '') === searchKey(marketOther ?? '')
  );
}

function outletOf(answers: Answers): string | undefined {
  return textAnswer(answers['outlet_name']);
}

function outletsHere({ registers }: Knowledge, { market }: Whereabouts): readonly KnownEntry[] {
  return registers.items('outlet').flatMap(({ answers }) => {
    const text = textAnswer(answers['name_local']);
    const isOfMarket = market !== undefined && textAnswer(answers['market']) === market;
    const aliases = namesIn(textAnswer(answers['other_names']) ?? '');
    return text !== undefined && isOfMarket ? [{ text, aliases, isHere: true }] : [];
  });
}

function itemsOf(
  register: 'market' | 'brand',
  { registers, language }: Knowledge,
): readonly KnownEntry[] {
  return registerOptions(registers, register, language).map(({ item, option }) => ({
    text: plainItemName(item, language),
    note: option.note,
    aliases: option.aliases,
  }));
}

function ofCompetitors(field: string, { competitors }: PastRecords): readonly KnownEntry[] {
  return competitors.flatMap(({ answers }) => {
    const text = textAnswer((answers as Answers)[field]);
    return text === undefined ? [] : [{ text }];
  });
}
