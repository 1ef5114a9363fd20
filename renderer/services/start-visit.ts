import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { visitForm } from '#shared/forms/definitions/visit.ts';
import type { Registers } from '../forms/registers.ts';
import type { AppServices } from './services.ts';
import { loadRegisters } from './use-registers.ts';
import type { VisitPart } from './visit-parts.ts';
import { listVisits } from './visit-parts.ts';

/** What the next visit of a person has in common with the last one, as a rule. */
const carriedFields = [
  'interview_mode',
  'country',
  'admin1_pcode',
  'admin2_pcode',
  'market_id',
  'market_other',
  'market_type',
  'market_level',
  'visit_currency',
] as const;

/**
 * Begins a visit as a draft: today, now, in the round that is open, where the person was last, or at `market`, of which
 * the register says the rest. Answers its id.
 */
export async function startVisit(
  services: AppServices,
  market?: string,
): Promise<Result<RecordId, Failure>> {
  const { store, ambient, identity } = services;
  const [registers, visits] = await Promise.all([loadRegisters(store.records), listVisits(store)]);
  const nowMs = ambient.nowMs();
  const now = toInstant(nowMs, ambient.offsetMinutes(nowMs));
  const last = visits.find((visit) => isOf(visit, identity.person));
  const carried =
    market === undefined || market === last?.answers['market_id']
      ? carriedAnswers(last)
      : placeOf(registers, market);
  const record = ambient.newRecordId();
  const saved = await store.drafts.save({
    record,
    kind: visitForm.id,
    form: visitForm.version,
    visit: null,
    set: {
      ...carried,
      ...openRound(registers, dayOf(now)),
      enumerator_id: identity.person,
      started_at: now,
      visit_date: dayOf(now),
    },
    raw: {},
    isChange: false,
    carried: Object.keys(carried),
    savedMs: nowMs,
  });
  return saved.ok ? ok(record) : err(saved.error);
}

function isOf({ record, answers }: VisitPart, person: string): boolean {
  return (record?.owner ?? textAnswer(answers['enumerator_id'])) === person;
}

function carriedAnswers(last: VisitPart | undefined): Readonly<Record<string, string>> {
  const answers: Answers = last?.answers ?? {};
  return Object.fromEntries(
    carriedFields.flatMap((field) => {
      const value = textAnswer(answers[field]);
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
}

function placeOf(registers: Registers, market: string): Readonly<Record<string, string>> {
  const item = registers.item('market', market);
  const [country, province] = [textAnswer(item?.['country']), textAnswer(item?.['admin1_pcode'])];
  return country === undefined || province === undefined
    ? {}
    : { country, admin1_pcode: province, market_id: market };
}

/** The open round that today belongs to, else the one open round; none where that is not clear. */
function openRound(registers: Registers, today: PlainDate): Readonly<Record<string, string>> {
  const open = registers.items('round').filter((round) => round.answers['state'] === 'open');
  const current = open.filter(({ answers }) => {
    const [from, to] = [textAnswer(answers['starts_on']), textAnswer(answers['ends_on'])];
    return (from === undefined || from <= today) && (to === undefined || to >= today);
  });
  const [round, ...others] = current.length > 0 ? current : open;
  return round === undefined || others.length > 0 ? {} : { round_id: round.code };
}
