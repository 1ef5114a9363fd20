import prices from '../../server/sample/data/wfp-prices-2024.json' with { type: 'json' };
import type { GivenAnswers } from './typist.ts';

/** What is recorded at one outlet. */
export interface PlannedVisit {
  readonly header: GivenAnswers;
  readonly prices: readonly GivenAnswers[];
  readonly demands: readonly GivenAnswers[];
  readonly competitors: readonly GivenAnswers[];
}

type Item = keyof typeof prices.figures;

const items: Readonly<Record<Item, { product: string; spec: string; grade: string }>> = {
  'Rice (high quality)': { product: 'rice', spec: 'برنج مرغوب، فله', grade: 'premium' },
  'Rice (low quality)': { product: 'rice', spec: 'برنج معمولی، فله', grade: 'economy' },
  'Wheat flour (high quality)': {
    product: 'wheat_flour',
    spec: 'آرد گندم مرغوب',
    grade: 'premium',
  },
  'Wheat flour (low quality)': {
    product: 'wheat_flour',
    spec: 'آرد گندم معمولی',
    grade: 'economy',
  },
  Sugar: { product: 'sugar', spec: 'شکر سفید، فله', grade: 'standard' },
  'Oil (cooking)': { product: 'sunflower_oil', spec: 'روغن خوراکی، حلب', grade: 'standard' },
  Pulses: { product: 'lentils', spec: 'حبوبات، میانگین', grade: 'standard' },
};

const markets = [
  { code: 'herat', province: 'AF32' },
  { code: 'kandahar', province: 'AF27' },
  { code: 'mazar', province: 'AF21' },
] as const;
// Afghani for a dollar in all three markets, September 2024 (WFP food prices, item "Exchange rate").
const usd = '70.07';
const front = { photo: 'test/fixtures/demo/front.jpg' };
const shelf = { photo: 'test/fixtures/demo/shelf.jpg' };

/** The field day: three markets of Afghanistan, every price a real one of the last `months` (1 to 3) of the sample's source. */
export function dayPlan(months: number): readonly PlannedVisit[] {
  return markets.map(({ code, province }, index) => ({
    header: {
      interview_mode: 'in_person',
      country: 'AFG',
      admin1_pcode: province,
      market_id: code,
      outlet_name: 'خواربارفروشی نمونه',
      outlet_type: 'small_shop',
      market_level: 'retail',
      consent: 'yes',
      respondent_role: 'owner',
      respondent_name: 'پاسخ‌دهندهٔ نمونه',
      consent_share: index === 0 ? 'yes' : 'no',
      interview_language: 'prs',
      visit_currency: 'AFN',
      fx_usd_buy: usd,
      fx_usd_sell: usd,
      fx_type: 'market',
      ...(index === 0 && { outlet_photo: front }),
    },
    prices: pricesOf(code, months),
    demands: demandsOf(index),
    competitors: competitorsOf(index),
  }));
}

function pricesOf(market: 'herat' | 'kandahar' | 'mazar', months: number): readonly GivenAnswers[] {
  return Object.entries(items).flatMap(([name, { product, spec, grade }], row) =>
    prices.figures[name as Item][market].slice(-months).map((price, month) => ({
      product_id: product,
      item_spec: `${spec}، نرخ ماه ${['هفتم', 'هشتم', 'نهم'][month] ?? ''}`,
      availability: 'wide',
      brand_id: 'unbranded',
      origin_country: 'unknown',
      quality_grade: grade,
      price_level: 'retail',
      quote_basis: 'asked',
      price_amount: price,
      price_currency: 'AFN',
      sale_unit: product === 'sunflower_oil' ? 'tin' : 'kg',
      sale_qty: '1',
      ...(product === 'sunflower_oil' && { net_content: '1.09', net_content_unit: 'l' }),
      price_change_30d: 'same',
      quote_confidence: 'high',
      ...(row === 0 && month === 0 && market === 'herat' && { shelf_photo: shelf }),
    })),
  );
}

function demandsOf(index: number): readonly GivenAnswers[] {
  const products = [['powder_detergent', 'porcelain_tile'], ['lv_cable', 'sugar'], ['lentils']];
  return (products[index] ?? []).map((product) => ({
    product_id: product,
    buyer_type: 'retailer',
    currently_trades: 'no',
    not_trade_reason: ['no_supplier'],
    demand_change_12m: 'same',
    required_grade: 'standard',
    certificates_required: ['none'],
    buying_factors: ['price', 'quality', 'credit'],
    import_constraints: ['border_closure'],
    interest_level: 'low',
    demand_confidence: 'medium',
  }));
}

function competitorsOf(index: number): readonly GivenAnswers[] {
  const products = [['powder_detergent', 'diaper'], ['lv_cable', 'sugar'], ['rice']];
  return (products[index] ?? []).map((product) => ({
    product_id: product,
    brand_id: 'other',
    brand_other: 'برند بی‌نام نمونه',
    origin_country: 'PK',
    item_spec: 'بستهٔ یک کیلویی',
    quality_grade: 'standard',
    sales_trend: 'stable',
    packaging_type: 'carton_box',
    packaging_rating: '4',
    promotion_types: ['none'],
    strengths: ['price'],
    weaknesses: ['none'],
    info_source: ['observed'],
    competitor_confidence: 'medium',
  }));
}
