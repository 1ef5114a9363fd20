/** Texts of the fields that registers share which are found by more names than one. */
export const otherNames = {
  fa: 'نام‌های دیگر (هر نام در یک سطر)',
  en: 'Other names (one a line)',
} as const;
export const standing = { fa: 'وضعیت نام', en: 'Standing' } as const;
