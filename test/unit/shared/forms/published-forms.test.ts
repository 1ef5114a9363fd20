import { expect, test } from 'vitest';
import { sha256Hex } from '#shared/core/hash.ts';
import { canonicalJson } from '#shared/core/json.ts';
import {
  formOf,
  formVersion,
  formIds,
  publishedForms,
} from '#shared/forms/definitions/catalogue.ts';

// What was published under each id and version. A line is added with a new version and never changed.
const published: Readonly<Record<string, string>> = {
  'visit 1': '7784b47a3d86aea917cfdf94b5e32d936223857fc1469840664422631fb2a8e6',
  'price 1': '4905fcb29d5b390e625f3c14c6a18286295a0034c03b3565d50e3f0d7adb02f4',
  'price 2': 'cd9aec83ce4445a0e087c39360687c4ad6607f11f7caf5d1d80676f790ec7680',
  'demand 1': '1c9123ad48c95323f7972720ebdda9101c33a84126b257032f1c296dc0b3a9ff',
  'competitor 1': '48eac5e6690aa4761518f007a84f12532cbe7622064a195f714524457206e3fc',
  'admin_area 1': '5bd970d0fc5eefbfae2028be1c8d14fd8603bbfa565f43e393846ac9d8424706',
  'market 1': 'a270a805aeb76e33bcd89e5e6d043f58998a8acd4d2100e9f6c7645428ebcdba',
  'product 1': '6c16b5d64daafa83a28b526f270ab123dbd4b9a4b6218c48ff97bcace7c31cd3',
  'unit 1': '18199af02a41c9f5d2679b0d4336ed355868cbb5372844b379cb6f3478be4f57',
  'currency 1': '7c64e9a21e9e73e47a6f529f1333ecaaac75a009391e5ceb702d670de6fd13e1',
  'crossing 1': '38a31dd1a273163b590e7dcb585a67630492e7f4d45a98268503b5e5862eeca6',
  'origin 1': 'cf5b71a2b06a6422da43bbc3169bc78ab612b32d24bfe7534d92617e264a645e',
  'brand 1': '1f4867ee5553bb8d5dff59c1e248f851e1d0e6a0c8d9d551dc52e5dc01989652',
  'outlet 1': '1ff0e6b2434b9def4c92d71877191506ddf16419f6cf1b437c407b57eab16cde',
  'round 1': '4aa00e677e332f18b6671964a792fc9cfcd6dcb699e4112d424f4469bf4ef346',
  'person 1': '0fd682f9ca4439681995d049b4efc729a0de9237dc8ab3141f851eeb641e4e31',
  'exchange_rate 1': 'c9b4474af3a47e195c209f85a25196b9432716a60c59ebcff7d5098026ffe3ac',
  'assignment 1': '38bbf1a8de4978df374d39e4e7d49e9ca695e53d44b04be168d8bffb69bca757',
  'reference_price 1': 'dc90ea6f57d3ed72d63df4dbaaa95a952de05252367bb214b152a96c50b96ecf',
  'comment 1': 'a965173ded58adc2ccbd11d425c5036ab2554a177775db59735117ddec68803f',
  'market 2': 'c3b9f066f94f3b706dd1b251a385e268a899cc0a561101b1f035e1366e467f4b',
  'product 2': '2e4737a366e19610d81410af52fd3fb6724db3e2a220920aa24d6976aa073d69',
  'product 3': 'd6d3e6e21873f3b1215d84f46c09effffb00912fb3b53ae48708a6be1de56ea2',
  'brand 2': '5878d6505dd75866610fbd499574651438fdcb62ce467508862e35bd4624affc',
  'outlet 2': '988b2e312d1f3269422e33e0d1d5a7a432af05193dd24d4415a8a9c6bd415f1e',
  'price 3': '13218b47e6b9e8dd61230ce74c001346a5afa4608593cd5249ad8882800ccc0e',
  'unit_factor 1': '034d3f84a3d18afb637d52fbd529ccb8fec3a540b2d70ae204c41d3316f5a7d9',
  'unit 2': '1820ba0e3187f56a26d55faadad2dada9cf2c70b69553d1ae4098ce2030160eb',
  'round 2': '4cedf02f3d5bfe27e7a97787b7682f70489a9490f80205b686e108ed9de3bd77',
};

const whatToDo =
  'records were entered under this definition. Put it back, give the changed one the next version, list both in ' +
  'definitions/catalogue.ts, and add the hash of the new one (sha256Hex of its canonicalJson) here.';

test.each(publishedForms())('version $version of the form $id is what was published', (form) => {
  const name = `${form.id} ${form.version}`;
  const isUnchanged = sha256Hex(canonicalJson(form)) === published[name];
  expect(isUnchanged ? 'as published' : `${name} changed: ${whatToDo}`).toBe('as published');
});

test('no published version has gone', () => {
  const names = publishedForms().map(({ id, version }) => `${id} ${version}`);
  expect(names.toSorted()).toEqual(Object.keys(published).toSorted());
});

test.each(formIds)('the newest version of %s is the last one published', (id) => {
  const versions = publishedForms().filter((form) => form.id === id);
  expect(formOf(id)).toBe(versions.at(-1));
  expect(versions.map(({ version }) => version)).toEqual(versions.map((_form, index) => index + 1));
  expect(formVersion(id, versions.length)).toBe(formOf(id));
  expect(formVersion(id, versions.length + 1)).toBeUndefined();
});

test('a definition is plain data: it survives JSON unchanged', () => {
  for (const form of publishedForms()) {
    expect(JSON.parse(JSON.stringify(form))).toEqual(form);
  }
});
