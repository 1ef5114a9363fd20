import type { SourceTexts } from '../../core/language.ts';
import type { FindingKind } from '../finding.ts';

/** A finding's text where it stops the record, and where it only asks for a reason, if that reads differently. */
export type FindingText = SourceTexts & { readonly warn?: SourceTexts };

/** Every finding in one more language. */
export type FindingTranslation = Readonly<
  Record<FindingKind, string | { readonly text: string; readonly warn: string }>
>;

/** What an operand that is no field is called in one more language. */
export type OperandTranslation = Readonly<Record<'today' | 'per_year', string>>;

/** What each finding says. Names in braces are its parameters. */
export const findingTexts: Readonly<Record<FindingKind, FindingText>> = {
  required: { fa: 'به این پرسش پاسخ دهید.', en: 'Answer this question.' },
  not_applicable: {
    fa: 'با پاسخ‌های دیگر، این پرسش جایی ندارد؛ پاسخ آن را پاک کنید.',
    en: 'With the other answers this question does not apply; clear its answer.',
  },
  bad_value: {
    fa: 'این مقدار برای این پرسش درست نیست؛ دوباره بنویسید.',
    en: 'This is not a value for this question; type it again.',
  },
  unknown_choice: {
    fa: 'این گزینه در فهرست نیست؛ یکی از گزینه‌های فهرست را برگزینید.',
    en: 'This choice is not on the list; choose one that is.',
  },
  unknown_item: {
    fa: 'این مورد در فهرست پروژه نیست؛ یکی از موارد فهرست را برگزینید.',
    en: 'This item is not in the register of the project; choose one that is.',
  },
  unknown_field: { fa: 'این پرسش در فرم نیست.', en: 'The form has no such question.' },
  repeated_choice: {
    fa: 'یک گزینه دو بار آمده است؛ هر گزینه را یک بار برگزینید.',
    en: 'A choice is given twice; choose each one once.',
  },
  too_short: {
    fa: 'کوتاه است؛ دست‌کم {limit} نویسه بنویسید.',
    en: 'Too short; write at least {limit} characters.',
  },
  too_long: {
    fa: 'بلند است؛ حداکثر {limit} نویسه بنویسید.',
    en: 'Too long; write {limit} characters at most.',
  },
  more_than: { fa: 'باید بیشتر از {limit} باشد.', en: 'Must be more than {limit}.' },
  at_least: { fa: 'باید {limit} یا بیشتر باشد.', en: 'Must be {limit} or more.' },
  less_than: { fa: 'باید کمتر از {limit} باشد.', en: 'Must be less than {limit}.' },
  at_most: {
    fa: 'باید {limit} یا کمتر باشد.',
    en: 'Must be {limit} or less.',
    warn: { fa: 'بیشتر از {limit} است.', en: 'This is more than {limit}.' },
  },
  phone: {
    fa: 'شمارهٔ تلفن ۷ تا ۱۵ رقم دارد و می‌تواند با + آغاز شود.',
    en: 'A phone number has 7 to 15 digits and may begin with +.',
  },
  record_id: {
    fa: 'شناسهٔ رکورد دست خورده است؛ آن را همان‌گونه که ساخته شد نگه دارید.',
    en: 'The ID of the record was changed; keep the one it was made with.',
  },
  too_few: { fa: 'دست‌کم {limit} مورد لازم است.', en: 'At least {limit} are needed.' },
  too_many: { fa: 'حداکثر {limit} مورد پذیرفته می‌شود.', en: 'At most {limit} are accepted.' },
  alone: {
    fa: '«{codes}» با گزینهٔ دیگری جمع نمی‌شود؛ یا آن را بردارید یا بقیه را.',
    en: '“{codes}” excludes all other choices; take it away, or the others.',
  },
  disjoint: {
    fa: '«{codes}» در «{other}» هم آمده است؛ از یکی بردارید.',
    en: '“{codes}” is also among “{other}”; take it away from one of them.',
  },
  compare_more: {
    fa: 'باید بیشتر از «{other}» ({bound}) باشد.',
    en: 'Must be more than “{other}” ({bound}).',
  },
  compare_at_least: {
    fa: 'نباید کمتر از «{other}» ({bound}) باشد.',
    en: 'Must not be less than “{other}” ({bound}).',
  },
  compare_less: {
    fa: 'باید کمتر از «{other}» ({bound}) باشد.',
    en: 'Must be less than “{other}” ({bound}).',
    warn: {
      fa: 'کمتر از «{other}» ({bound}) نیست.',
      en: 'This is not less than “{other}” ({bound}).',
    },
  },
  compare_at_most: {
    fa: 'نباید بیشتر از «{other}» ({bound}) باشد.',
    en: 'Must not be more than “{other}” ({bound}).',
  },
  compare_after: {
    fa: 'باید پس از «{other}» ({bound}) باشد.',
    en: 'Must be after “{other}” ({bound}).',
  },
  compare_not_before: {
    fa: 'نباید پیش از «{other}» ({bound}) باشد.',
    en: 'Must not be before “{other}” ({bound}).',
  },
  compare_before: {
    fa: 'باید پیش از «{other}» ({bound}) باشد.',
    en: 'Must be before “{other}” ({bound}).',
  },
  compare_not_after: {
    fa: 'نباید پس از «{other}» ({bound}) باشد.',
    en: 'Must not be after “{other}” ({bound}).',
    warn: { fa: 'پس از «{other}» ({bound}) است.', en: 'This is after “{other}” ({bound}).' },
  },
  must_be: {
    fa: 'با پاسخ‌های دیگر، تنها «{codes}» پذیرفته می‌شود.',
    en: 'With the other answers, only “{codes}” is possible.',
  },
  not: {
    fa: '«{codes}» پذیرفته نیست؛ پیش از تأیید، موردی از فهرست برگزینید.',
    en: '“{codes}” is not accepted; choose an item of the list before approval.',
  },
  item_matches: {
    fa: 'با «{other}» جور نیست؛ یکی از دو پاسخ را درست کنید.',
    en: 'Does not go with “{other}”; correct one of the two answers.',
  },
  convertible: {
    fa: 'این واحد به واحد استاندارد «{other}» تبدیل نمی‌شود؛ واحد دیگری برگزینید.',
    en: 'This unit does not convert to the standard unit of “{other}”; choose another.',
  },
  inside_admin1: {
    fa: 'این نقطه بیرون از «{other}» است؛ مختصات یا استان را درست کنید.',
    en: 'This place lies outside “{other}”; correct the coordinates or the province.',
  },
  near_market: {
    fa: 'این نقطه {distance} کیلومتر از بازار دور است (بیش از {limit} کیلومتر).',
    en: 'This place is {distance} km from the market (more than {limit} km).',
  },
  visit_short: {
    fa: 'بازدید کمتر از {limit} دقیقه به درازا کشیده است.',
    en: 'The visit took less than {limit} minutes.',
  },
  visit_long: {
    fa: 'بازدید بیش از {limit} دقیقه به درازا کشیده است.',
    en: 'The visit took more than {limit} minutes.',
  },
  near_round_rate: {
    fa: 'این نرخ بیش از {limit} درصد با میانهٔ این نوبت ({median}) فرق دارد.',
    en: 'This rate is more than {limit} % from the median of the round ({median}).',
  },
  rate_per_100: {
    fa: 'این نرخ گویا برای صد دلار است؛ برای هر دلار {suggestion} می‌شود.',
    en: 'This looks like a rate per 100 USD; per dollar it is {suggestion}.',
  },
  spread: {
    fa: 'فاصلهٔ خرید و فروش بیش از {limit} درصد است.',
    en: 'Buying and selling rate are more than {limit} % apart.',
  },
  product_limits: {
    fa: 'این قیمت ({usd} دلار برای هر واحد استاندارد) برای این کالا در این سطح بازار ممکن نیست؛ مبلغ، واحد پول، واحد فروش و نرخ ارز را بررسی کنید.',
    en: 'This price ({usd} USD per standard unit) is impossible for the product at this level of trade; check amount, currency, unit and exchange rate.',
  },
  near_median: {
    fa: 'این قیمت {ratio} برابر میانهٔ بازار است. دوباره بنویسید و اگر درست است دلیلش را بگویید.',
    en: 'This price is {ratio} times the market median. Type it again, and if it is right, say why.',
  },
  usual_quantity: {
    fa: 'مقدار سالانه ({quantity}) از ۹۹ درصد خریداران از این نوع ({limit}) بیشتر است.',
    en: 'The yearly quantity ({quantity}) is above that of 99 % of such buyers ({limit}).',
  },
  unique: {
    fa: 'رکورد دیگری از همین بازدید همین پاسخ‌ها را دارد؛ یکی را درست یا حذف کنید.',
    en: 'Another record of this visit has the same answers; correct or delete one of them.',
    warn: {
      fa: 'در همین بازدید رکورد دیگری برای همین مورد هست.',
      en: 'This visit already has a record of the same.',
    },
  },
  same: {
    fa: 'در رکوردهای دیگر این بازدید برای همین کالا {bound} نوشته شده است؛ باید یکی باشند.',
    en: 'Other records of this visit say {bound} for the same product; they must agree.',
  },
  sum: {
    fa: 'جمع این عدد در رکوردهای همین کالا {total} می‌شود و نباید از {limit} بیشتر باشد.',
    en: 'Over the records of this product it adds up to {total}; at most {limit} is possible.',
  },
  captions: { fa: 'برای هر عکس شرحی بنویسید.', en: 'Give every photo a caption.' },
};
