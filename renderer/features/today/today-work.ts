import type { PlainDate } from '#shared/core/plain-date.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { isSurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { Registers } from '../../forms/registers.ts';
import type { LocalStore } from '../../db/stores.ts';
import type { VisitPart, WholeVisit } from '../../services/visit-parts.ts';
import { listVisits, loadVisit } from '../../services/visit-parts.ts';

/** What a person was told to correct, and by whom. */
export interface ReturnedRecord {
  readonly record: RecordView;
  readonly message: string | undefined;
  readonly by: string | undefined;
}

/** What a person finds on their desk. */
export interface TodayWork {
  /** Visits of this day, and those of other days that are not finished. */
  readonly visits: readonly WholeVisit[];
  readonly hasAnyVisit: boolean;
  readonly returned: readonly ReturnedRecord[];
  /** What was typed last and is not finished, with the visit it belongs to. */
  readonly stopped: StoppedAt | undefined;
}

export interface StoppedAt {
  readonly whole: WholeVisit;
  readonly part: VisitPart;
  /** Which row of its kind in the visit it is; 0 for the visit itself. */
  readonly row: number;
}

export async function loadToday(
  store: LocalStore,
  person: string,
  today: PlainDate,
): Promise<TodayWork> {
  const [all, returned] = await Promise.all([
    listVisits(store),
    store.records.listByReview('returned'),
  ]);
  const own = all.filter((visit) => (visit.record?.owner ?? person) === person);
  const open = own.filter((visit) => visit.draft || visit.answers['visit_date'] === today);
  const loaded = await Promise.all(open.map((visit) => loadVisit(store, visit.id)));
  const visits = loaded.filter((visit) => visit !== undefined);
  return {
    visits,
    hasAnyVisit: own.length > 0,
    returned: await Promise.all(
      returned
        .filter((record) => record.owner === person)
        .map((record) => withMessage(store, record)),
    ),
    stopped: await lastStop(store, visits),
  };
}

async function withMessage(store: LocalStore, record: RecordView): Promise<ReturnedRecord> {
  const [comments, state] = await Promise.all([
    store.records.comments(record.id),
    store.records.state(record.id),
  ]);
  const step = state?.paths['review_status']?.heads[0];
  const text = comments.at(-1)?.answers['text'];
  return {
    record,
    message: typeof text === 'string' ? text : step?.why,
    by: comments.at(-1)?.owner ?? step?.author,
  };
}

async function lastStop(
  store: LocalStore,
  visits: readonly WholeVisit[],
): Promise<StoppedAt | undefined> {
  const drafts = await store.drafts.list();
  const latest = drafts.find(({ kind }) => isSurveyFormId(kind));
  const visitId = latest?.visit ?? latest?.record;
  if (!latest || visitId === undefined) return undefined;
  const whole =
    visits.find(({ visit }) => visit.id === visitId) ?? (await loadVisit(store, visitId));
  const part = [whole?.visit, ...(whole?.parts ?? [])].find((each) => each?.id === latest.record);
  if (!whole || !part) return undefined;
  const row = whole.parts.filter(({ kind }) => kind === part.kind).indexOf(part) + 1;
  return { whole, part, row };
}

/** A market a person is to bring prices from, and how many they have. */
export interface AssignedMarket {
  readonly market: string;
  readonly level: string | undefined;
  readonly wanted: number;
  readonly isBegun: boolean;
}

/** Assignments of a person in open rounds. */
export function assignedMarkets(
  registers: Registers,
  person: string,
  visits: readonly WholeVisit[],
): readonly AssignedMarket[] {
  return registers.items('assignment').flatMap(({ answers }) => {
    const market = textAnswer(answers['market']);
    const round = textAnswer(answers['round']);
    const isOpen = round !== undefined && registers.item('round', round)?.['state'] === 'open';
    if (market === undefined || !isOpen || answers['person'] !== person) return [];
    const products = answers['products'];
    const each = answers['quotations'];
    return [
      {
        market,
        level: textAnswer(answers['level']),
        wanted:
          (Array.isArray(products) ? products.length : 0) * (typeof each === 'number' ? each : 1),
        isBegun: visits.some(({ visit }) => visit.answers['market_id'] === market),
      },
    ];
  });
}
