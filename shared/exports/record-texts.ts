import type { SourceTexts } from '../core/language.ts';
import type { WarningOutcome } from '../records/warning.ts';

/** Headers of the columns every exported record has beside the questions of its form. */
export const recordTexts = {
  KEY: { fa: 'کلید رکورد', en: 'Record key' },
  PARENT_KEY: { fa: 'کلید بازدید', en: 'Visit key' },
  review_status: { fa: 'وضعیت بازبینی', en: 'Review status' },
  flagged: { fa: 'نشان‌شده برای بررسی دوباره', en: 'Flagged for a second look' },
  entered_version: { fa: 'نسخهٔ فرم هنگام ثبت', en: 'Form version at entry' },
  recorded_by: { fa: 'ثبت‌کننده', en: 'Recorded by' },
  recorded_at: { fa: 'زمان ثبت', en: 'Recorded at' },
  changed_by: { fa: 'آخرین تغییردهنده', en: 'Last changed by' },
  changed_at: { fa: 'زمان آخرین تغییر', en: 'Last changed at' },
  missing_answers: {
    fa: 'پرسش‌های بی‌پاسخ (نمی‌داند یا پاسخ نداد)',
    en: 'Questions not known or refused',
  },
  reasons: { fa: 'دلیل پذیرش پاسخ‌های غیرعادی', en: 'Reasons for keeping unusual answers' },
  warnings: {
    fa: 'هشدارهای هنگام نوشتن و پاسخ کارشناس',
    en: 'Warnings while typing and what was done',
  },
  remarks: { fa: 'یادداشت پرسش‌ها', en: 'Remarks on questions' },
} as const satisfies Readonly<Record<string, SourceTexts>>;

/** What is added to a header for the Solar Hijri text of a date, and for the offset of a moment. */
export const dateTexts = {
  solar: { fa: 'هجری شمسی', en: 'Solar Hijri' },
  offset: { fa: 'اختلاف با ساعت جهانی', en: 'UTC offset' },
} as const satisfies Readonly<Record<string, SourceTexts>>;

/** Headings and words of the dictionary sheet. */
export const dictionaryTexts = {
  title: { fa: 'فرهنگ داده', en: 'Data dictionary' },
  sheet: { fa: 'برگه', en: 'Sheet' },
  column: { fa: 'نام ستون', en: 'Column' },
  label: { fa: 'عنوان', en: 'Label' },
  type: { fa: 'نوع', en: 'Type' },
  note: { fa: 'توضیح', en: 'Note' },
  kept_as_text: {
    fa: 'عددهای بیش از ۱۵ رقم برای آن که تغییر نکنند به صورت متن نوشته شده‌اند؛ تعداد:',
    en: 'Numbers of more than 15 digits are written as text so that none of their digits changes; how many:',
  },
} as const satisfies Readonly<Record<string, SourceTexts>>;

/** Names of the kinds of columns. */
export const typeTexts = {
  text: { fa: 'متن', en: 'text' },
  integer: { fa: 'عدد صحیح', en: 'whole number' },
  decimal: { fa: 'عدد', en: 'number' },
  date: { fa: 'تاریخ میلادی', en: 'Gregorian date' },
  datetime: { fa: 'تاریخ و ساعت میلادی', en: 'Gregorian date and time' },
} as const satisfies Readonly<Record<string, SourceTexts>>;

/** What was done about a warning. */
export const outcomeTexts = {
  corrected: { fa: 'اصلاح پیشنهادی پذیرفته شد', en: 'correction taken' },
  changed: { fa: 'دوباره نوشته شد', en: 'typed anew' },
  kept: { fa: 'همان که بود ماند', en: 'kept as typed' },
} as const satisfies Readonly<Record<WarningOutcome, SourceTexts>>;
