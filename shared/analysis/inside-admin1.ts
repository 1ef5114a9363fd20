import type { Decimal } from '../core/decimal.ts';
import { toNumber } from '../core/decimal.ts';
import { admin1Polygons } from './admin1-polygons.ts';

/** Longitude and latitude in degrees, WGS 84. */
type Point = readonly [longitude: number, latitude: number];
type Ring = readonly Point[];

const KM_PER_DEGREE = 111.32;
// The borders are drawn for small maps and are off by a few kilometres: nearer than this to one, nothing is said.
const UNSURE_KM = 5;
// Natural Earth draws Baghdad as the city alone; towns of the governorate lie up to 26 km outside of it.
const unsureKm: Readonly<Record<string, number>> = { IQG08: 30 };

const decoded = new Map<string, readonly Ring[]>();

/**
 * Whether a place lies in the province with a P-code. Undefined where its border is unknown, or so near that this
 * border cannot tell (5 km; 30 km around Baghdad): a person is never stopped by the map's own error.
 */
export function insideAdmin1(
  pcode: string,
  place: { readonly latitude: Decimal; readonly longitude: Decimal },
): boolean | undefined {
  const rings = ringsOf(pcode);
  if (rings.length === 0) return undefined;
  const point: Point = [toNumber(place.longitude), toNumber(place.latitude)];
  if (isInside(point, rings)) return true;
  return distanceKm(point, rings) <= (unsureKm[pcode] ?? UNSURE_KM) ? undefined : false;
}

function ringsOf(pcode: string): readonly Ring[] {
  const known = decoded.get(pcode);
  if (known) return known;
  const rings = (admin1Polygons[pcode] ?? '')
    .split(' ')
    .filter((text) => text !== '')
    .map(decodeRing);
  decoded.set(pcode, rings);
  return rings;
}

// Encoded polyline algorithm: five bits a character, least significant first, sign in the lowest bit, each a difference.
function decodeRing(text: string): Ring {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of text) {
    const bits = (character.codePointAt(0) ?? 63) - 63;
    value |= (bits & 0x1f) << shift;
    shift += 5;
    if (bits >= 0x20) continue;
    numbers.push(value & 1 ? ~(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  let [x, y] = [0, 0];
  return Array.from({ length: numbers.length / 2 }, (_, i): Point => {
    x += numbers[i * 2] ?? 0;
    y += numbers[i * 2 + 1] ?? 0;
    return [x / 1000, y / 1000];
  });
}

function isInside([x, y]: Point, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const [[x1, y1], [x2, y2]] of segments(rings)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

function distanceKm([x, y]: Point, rings: readonly Ring[]): number {
  const kmPerLongitude = KM_PER_DEGREE * Math.cos((y * Math.PI) / 180);
  let best = Number.POSITIVE_INFINITY;
  for (const [[x1, y1], [x2, y2]] of segments(rings)) {
    const [ax, ay] = [(x1 - x) * kmPerLongitude, (y1 - y) * KM_PER_DEGREE];
    const [dx, dy] = [(x2 - x1) * kmPerLongitude, (y2 - y1) * KM_PER_DEGREE];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
    best = Math.min(best, Math.hypot(ax + along * dx, ay + along * dy));
  }
  return best;
}

function* segments(rings: readonly Ring[]): Generator<readonly [Point, Point]> {
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      if (from) yield [from, to];
      from = to;
    }
  }
}
