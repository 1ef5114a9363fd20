import { isDecimal, toNumber } from '../../core/decimal.ts';
import type { AnswerValue, GeoPoint } from '../answers.ts';
import { textAnswer } from '../answers.ts';
import { numberParam } from '../finding.ts';
import type { Checks } from './check.ts';
import { fine } from './check.ts';

/** Rules on where a place lies. */
export const placeChecks: Checks<'inside_admin1' | 'near_market'> = {
  inside_admin1: ({ field }, { value, context }) => {
    const pcode = textAnswer(context.answers[field]);
    const point = pointOf(value);
    if (pcode === undefined || point === undefined) return fine;
    return context.insideAdmin1(pcode, point) === false
      ? [{ kind: 'inside_admin1', params: { other: { type: 'field', value: field } } }]
      : fine;
  },
  near_market: ({ field, km }, { value, context }) => {
    const code = textAnswer(context.answers[field]);
    const market = code === undefined ? undefined : context.item('market', code);
    const point = pointOf(value);
    const center = pointOf({
      latitude: textAnswer(market?.['latitude']) ?? '',
      longitude: textAnswer(market?.['longitude']) ?? '',
    });
    if (point === undefined || center === undefined) return fine;
    const distance = distanceKm(point, center);
    return distance > km
      ? [
          {
            kind: 'near_market',
            params: { limit: numberParam(km), distance: numberParam(distance.toFixed(1)) },
          },
        ]
      : fine;
  },
};

/** Great-circle distance in kilometres on a sphere of 6,371.0088 km (IUGG mean radius), by the haversine formula. */
export function distanceKm(
  a: Pick<GeoPoint, 'latitude' | 'longitude'>,
  b: Pick<GeoPoint, 'latitude' | 'longitude'>,
): number {
  const [latitudeA, latitudeB] = [radians(a.latitude), radians(b.latitude)];
  const halfLatitude = (latitudeB - latitudeA) / 2;
  const halfLongitude = (radians(b.longitude) - radians(a.longitude)) / 2;
  const h =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(latitudeA) * Math.cos(latitudeB) * Math.sin(halfLongitude) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(degrees: GeoPoint['latitude']): number {
  return (toNumber(degrees) * Math.PI) / 180;
}

function pointOf(value: AnswerValue): GeoPoint | undefined {
  if (typeof value !== 'object' || !('latitude' in value) || !('longitude' in value)) {
    return undefined;
  }
  const { latitude, longitude } = value;
  return typeof latitude === 'string' &&
    typeof longitude === 'string' &&
    isDecimal(latitude) &&
    isDecimal(longitude)
    ? { latitude, longitude, source: 'typed' }
    : undefined;
}
