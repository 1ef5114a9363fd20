// Run as a process of its own with little memory: exports many generated records and prints what came of it as JSON.
import { writePackage } from '#shared/exports/package.ts';
import { exportOrigin, makeRecord, persianLabels } from './export-records.ts';

const PRICES = Number(process.argv[2]);
const PRICES_OF_A_VISIT = 50;

function idOf(kind: number, i: number): string {
  return `01900000-0000-7000-8000-${kind}${String(i).padStart(11, '0')}`;
}
function visitOf(i: number) {
  return makeRecord('visit', idOf(1, i), {
    visit_date: '2026-11-27',
    market_id: 'erbil',
    country: 'IRQ',
  });
}
function priceOf(i: number) {
  return makeRecord(
    'price',
    idOf(2, i),
    {
      product_id: 'sugar',
      item_spec: `شکر سفید ۵۰ کیلویی، ردیف ${i}`,
      availability: 'wide',
      price_amount: `${42_500 + (i % 997)}.5`,
      price_currency: 'IQD',
      sale_unit: 'bag',
      sale_qty: '1',
      price_includes: ['sales_tax', 'delivery'],
    },
    { visit: visitOf(Math.floor(i / PRICES_OF_A_VISIT)).id },
  );
}
async function* records(form: string) {
  const count = { visit: PRICES / PRICES_OF_A_VISIT, price: PRICES }[form] ?? 0;
  for (let i = 0; i < count; i += 1) yield form === 'visit' ? visitOf(i) : priceOf(i);
}

const writer = writePackage(
  {
    records,
    visit: (id) => visitOf(Number(id.slice(-11))),
    hasVisit: () => true,
    itemLabel: (_, code) => `نام ${code}`,
  },
  { choices: persianLabels, origin: exportOrigin, offsetMinutes: 210 },
);
let bytes = 0;
let peak = 0;
for (let next = await writer.next(); ; next = await writer.next()) {
  if (next.done === true) {
    const prices = next.value.ok ? next.value.value.forms.price.records : 0;
    process.stdout.write(JSON.stringify({ prices, bytes, peakMb: Math.round(peak / 1e6) }));
    break;
  }
  bytes += next.value.length;
  peak = Math.max(peak, process.memoryUsage.rss());
}
