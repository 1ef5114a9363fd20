import type { Decimal } from '#shared/core/decimal.ts';
import { compare } from '#shared/core/decimal.ts';
import { parseAmount } from '#shared/core/parse-amount.ts';
import type { GeoPoint } from '#shared/forms/answers.ts';

export interface TypedPoint {
  readonly latitude: string;
  readonly longitude: string;
}

const BREAK = '\n';

/** Both texts as one, to be kept while they are no place yet. */
export function joinPoint({ latitude, longitude }: TypedPoint): string {
  return `${latitude}${BREAK}${longitude}`;
}

export function splitPoint(text: string): TypedPoint {
  const [latitude = '', longitude = ''] = text.split(BREAK);
  return { latitude, longitude };
}

/** Two coordinates copied from a map as one text, `36.1901, 44.0089`; undefined for anything else. */
export function parseCopiedPair(text: string): TypedPoint | undefined {
  const [, latitude, longitude] =
    /^\s*(-?[\p{Nd}.٫]+)[°\s]*[,،;\s]\s*(-?[\p{Nd}.٫]+)[°\s]*$/u.exec(text) ?? [];
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

/** Latitude or longitude in degrees; a lone separator before three digits is the decimal point, for no degree is grouped. */
export function parseDegrees(text: string, limit: 90 | 180): Decimal | undefined {
  const parsed = parseAmount(text);
  const degrees =
    parsed.kind === 'amount'
      ? parsed.value
      : parsed.kind === 'unclear'
        ? parsed.asDecimal
        : undefined;
  if (degrees === undefined) return undefined;
  const isInRange =
    compare(degrees, String(limit) as Decimal) <= 0 &&
    compare(degrees, String(-limit) as Decimal) >= 0;
  return isInRange ? degrees : undefined;
}

export function parsePoint(typed: TypedPoint): GeoPoint | undefined {
  const latitude = parseDegrees(typed.latitude, 90);
  const longitude = parseDegrees(typed.longitude, 180);
  return latitude === undefined || longitude === undefined
    ? undefined
    : { latitude, longitude, source: 'typed' };
}
