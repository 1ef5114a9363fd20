import type { Decimal } from '../core/decimal.ts';
import { add, divide, isDecimal } from '../core/decimal.ts';
import type { PlainDate } from '../core/plain-date.ts';
import { daysBetween, isPlainDate } from '../core/plain-date.ts';
import type { Answers } from '../forms/answers.ts';
import { textAnswer } from '../forms/answers.ts';
import { localCurrency } from '../forms/calculations/exchange.ts';
import type { FxRate } from '../forms/context.ts';
import { median } from './median.ts';

/**
 * A rate as it was written down: local currency per US dollar, on a day, of a market, else a province, else a country.
 * `from`: the header of a visit, or the register of exchange rates. At least one of `buy` and `sell` is there.
 */
export interface BookedRate {
  readonly record: string;
  readonly from: 'visit' | 'register';
  readonly currency: string;
  readonly dated: PlainDate;
  readonly kind: string | undefined;
  readonly buy: Decimal | undefined;
  readonly sell: Decimal | undefined;
  readonly country: string | undefined;
  readonly province: string | undefined;
  readonly market: string | undefined;
  readonly round: string | undefined;
}

/** Where and when a rate is needed. */
export interface RateQuestion {
  readonly currency: string;
  readonly country: string | undefined;
  readonly province: string | undefined;
  readonly market: string | undefined;
  readonly round: string | undefined;
  readonly day: PlainDate;
}

const TWO = '2' as Decimal;
// A rate of the register belongs to the round of a visit while it is no older than this.
const DAYS_OF_ROUND = 15;
const MIN_RATES = 3;
// What traders pay comes first; an official rate is not to be had in the bazaar (domain notes 0).
const kindOrder = ['market', 'hawala', 'official'];

/** The rates of visits (their headers' buying and selling rate) and of the register, newest first. */
export function bookRates(data: {
  readonly visits: readonly { readonly id: string; readonly answers: Answers }[];
  readonly register: readonly { readonly id: string; readonly answers: Answers }[];
}): readonly BookedRate[] {
  const ofVisits = data.visits.map(({ id, answers }) => {
    const country = textAnswer(answers['country']);
    return {
      record: id,
      from: 'visit' as const,
      currency: localCurrency[country ?? ''],
      dated: textAnswer(answers['visit_date']),
      kind: textAnswer(answers['fx_type']),
      buy: decimalOf(answers['fx_usd_buy']),
      sell: decimalOf(answers['fx_usd_sell']),
      country,
      province: textAnswer(answers['admin1_pcode']),
      market: textAnswer(answers['market_id']),
      round: textAnswer(answers['round_id']),
    };
  });
  const ofRegister = data.register.map(({ id, answers }) => ({
    record: id,
    from: 'register' as const,
    currency: textAnswer(answers['currency']),
    dated: textAnswer(answers['dated']),
    kind: textAnswer(answers['kind']),
    buy: decimalOf(answers['buy']),
    sell: decimalOf(answers['sell']),
    country: textAnswer(answers['country']),
    province: textAnswer(answers['admin1_pcode']),
    market: textAnswer(answers['market']),
    round: undefined,
  }));
  return [...ofVisits, ...ofRegister]
    .flatMap(({ currency, dated, ...rate }) =>
      currency !== undefined &&
      dated !== undefined &&
      isPlainDate(dated) &&
      (rate.buy !== undefined || rate.sell !== undefined)
        ? [{ ...rate, currency, dated }]
        : [],
    )
    .toSorted((a, b) => (a.dated < b.dated ? 1 : a.dated > b.dated ? -1 : 0));
}

/**
 * The rate for a place and day (domain notes 1.6): the median of what was written down in the market in this round (the
 * register's of the last 15 days among them), else the median of at least three of the country in this round, else the
 * register's nearest in place, then in time. Of several kinds at one step the bazaar's goes before hawala, that before
 * the official one; kinds are never mixed in one median. Undefined where nothing is known of the currency.
 */
export function rateFor(book: readonly BookedRate[], question: RateQuestion): FxRate | undefined {
  const own = book.filter(({ currency }) => currency === question.currency);
  const ofRound = own.filter((rate) => isOfRound(rate, question));
  const here = ofRound.filter(({ market }) => market !== undefined && market === question.market);
  const country = ofRound.filter((rate) => rate.country === question.country);
  return (
    medianOf(bestKind(here), 1, 'market_median') ??
    medianOf(bestKind(country, MIN_RATES), MIN_RATES, 'round_median') ??
    fromTable(own, question)
  );
}

// The middle of the buying and the selling rate, or the one of them that is known.
function middleRate({ buy, sell }: Pick<BookedRate, 'buy' | 'sell'>): Decimal | undefined {
  if (buy === undefined || sell === undefined) return buy ?? sell;
  return divide(add(buy, sell), TWO);
}

function isOfRound(rate: BookedRate, { round, day }: RateQuestion): boolean {
  if (rate.from === 'visit') return round !== undefined && rate.round === round;
  const days = daysBetween(rate.dated, day);
  return days >= 0 && days <= DAYS_OF_ROUND;
}

/** The rates of the most wanted kind of which there are enough. */
function bestKind(rates: readonly BookedRate[], enough = 1): readonly BookedRate[] {
  const kinds = [...kindOrder, undefined];
  return (
    kinds
      .map((kind) => rates.filter((rate) => rate.kind === kind))
      .find((group) => group.length >= enough) ?? []
  );
}

function medianOf(
  rates: readonly BookedRate[],
  enough: number,
  source: FxRate['source'],
): FxRate | undefined {
  const rate = median(rates.flatMap((each) => middleRate(each) ?? []));
  const [newest] = rates;
  if (rate === undefined || newest === undefined || rates.length < enough) return undefined;
  return {
    rate,
    ...(newest.kind === undefined ? {} : { kind: newest.kind }),
    source,
    dated: newest.dated,
    count: rates.length,
  };
}

function fromTable(rates: readonly BookedRate[], question: RateQuestion): FxRate | undefined {
  const [nearest] = rates
    .filter(({ from }) => from === 'register')
    .map((rate) => ({ rate, far: distance(rate, question) }))
    .toSorted(
      (a, b) => a.far.place - b.far.place || a.far.days - b.far.days || a.far.kind - b.far.kind,
    );
  const rate = nearest && middleRate(nearest.rate);
  if (nearest === undefined || rate === undefined) return undefined;
  const { kind, dated } = nearest.rate;
  return { rate, ...(kind === undefined ? {} : { kind }), source: 'table', dated, count: 1 };
}

// A rate of a later day is known of afterwards only: it stands behind all earlier ones.
const LATER = 100_000;

function distance(rate: BookedRate, question: RateQuestion) {
  const days = daysBetween(rate.dated, question.day);
  const place =
    rate.market !== undefined
      ? rate.market === question.market
        ? 0
        : 4
      : rate.province !== undefined
        ? rate.province === question.province
          ? 1
          : 4
        : rate.country === undefined || rate.country === question.country
          ? 2
          : 4;
  const kind = kindOrder.indexOf(rate.kind ?? '');
  return { place, days: days < 0 ? LATER - days : days, kind: kind === -1 ? 9 : kind };
}

function decimalOf(value: Answers[string]): Decimal | undefined {
  const text = textAnswer(value);
  return text !== undefined && isDecimal(text) ? text : undefined;
}
