import type { visitLists } from '../lists/visit-lists.ts';
import type { ListTexts } from './texts.ts';

/** Texts of the choices of the visit lists. */
export const visitChoiceTexts: ListTexts<typeof visitLists> = {
  interview_mode: {
    in_person: { fa: 'مصاحبهٔ حضوری', en: 'In-person interview' },
    observation: {
      fa: 'فقط مشاهده (بدون مصاحبه)',
      en: 'Observation only (store check, no interview)',
    },
    phone: { fa: 'تلفنی یا پیام‌رسان', en: 'Remote (phone / messenger)' },
  },
  consent: {
    yes: { fa: 'با مصاحبه موافق است', en: 'Consents to the interview' },
    no: { fa: 'موافق نیست', en: 'Refuses' },
    not_applicable: { fa: 'موضوعیت ندارد (فقط مشاهده)', en: 'Not applicable (observation only)' },
  },
  market_type: {
    urban_central: {
      fa: 'بازار مرکزی شهر (دارای عمده‌فروش)',
      en: 'Central city market (has wholesalers)',
    },
    urban_secondary: {
      fa: 'بازار محلی شهر (فقط خرده‌فروش)',
      en: 'Secondary city market (retail only)',
    },
    wholesale_hub: { fa: 'میدان یا راستهٔ عمده‌فروشی تخصصی', en: 'Specialised wholesale hub' },
    border_market: { fa: 'بازارچهٔ مرزی یا منطقهٔ آزاد', en: 'Border market / free zone' },
    district_town: { fa: 'بازار شهرستان یا شهر کوچک', en: 'District / small-town market' },
    modern_retail: { fa: 'مرکز خرید یا فروشگاه بزرگ', en: 'Mall / hypermarket cluster' },
    periodic: { fa: 'بازار روز یا هفتگی', en: 'Weekly / periodic market' },
  },
  outlet_type: {
    street_stall: { fa: 'دست‌فروش یا دکه', en: 'Street stall / kiosk' },
    small_shop: { fa: 'مغازهٔ کوچک', en: 'Small shop' },
    large_shop: { fa: 'فروشگاه بزرگ یا نمایشگاه فروش', en: 'Large shop / showroom' },
    supermarket: { fa: 'سوپرمارکت یا هایپرمارکت', en: 'Supermarket / hypermarket' },
    wholesaler: { fa: 'عمده‌فروشی یا انبار', en: 'Wholesale store / warehouse' },
    importer_office: { fa: 'دفتر واردکننده یا شرکت پخش', en: 'Importer / distributor office' },
    building_materials: { fa: 'مصالح‌فروشی', en: 'Building-materials yard' },
    factory: {
      fa: 'کارخانه یا واحد فرآوری (خریدار مواد اولیه)',
      en: 'Factory / processor (buys inputs)',
    },
    contractor: { fa: 'پیمانکار یا کارگاه پروژه', en: 'Contractor / project site' },
    institution: {
      fa: 'خریدار نهادی (هتل، بیمارستان، اداره)',
      en: 'Institutional buyer (hotel, hospital, ministry)',
    },
    online: {
      fa: 'فروشگاه اینترنتی یا فروش در شبکه‌های اجتماعی',
      en: 'Online shop / social-media seller',
    },
  },
  respondent_role: {
    owner: { fa: 'مالک', en: 'Owner' },
    manager: { fa: 'مدیر', en: 'Manager' },
    buyer: { fa: 'مسئول خرید', en: 'Purchasing officer' },
    salesperson: { fa: 'فروشنده', en: 'Salesperson' },
    agent: { fa: 'نماینده یا کارگزار تجاری', en: 'Commercial agent / representative' },
    association: {
      fa: 'اتاق بازرگانی، اتحادیه یا ریش‌سفید بازار',
      en: 'Chamber / union / bazaar elder',
    },
    consumer: { fa: 'مصرف‌کنندهٔ نهایی', en: 'End consumer' },
    other: { fa: 'سایر', en: 'Other' },
  },
  fx_type: {
    market: { fa: 'نرخ بازار آزاد', en: 'Open-market (bazaar) rate' },
    official: { fa: 'نرخ رسمی یا بانکی', en: 'Official / bank rate' },
    hawala: { fa: 'نرخ حواله', en: 'Hawala / remittance rate' },
  },
};
