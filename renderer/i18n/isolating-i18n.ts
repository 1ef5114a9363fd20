import type { MessageDescriptor, MessageOptions } from '@lingui/core';
import { I18n } from '@lingui/core';
import { isolated } from '#shared/core/bidi.ts';
import type { Language } from '#shared/core/language.ts';
import { directionOf } from '#shared/core/language.ts';

type Values = Record<string, unknown>;

/** Lingui, where every text that is put into a sentence is isolated from it: no name turns the words and figures around it about. */
export class IsolatingI18n extends I18n {
  override _(descriptor: MessageDescriptor): string;
  override _(id: string, values?: Values, options?: MessageOptions): string;
  override _(id: MessageDescriptor | string, values?: Values, options?: MessageOptions): string {
    if (typeof id === 'string') return super._(id, isolatedValues(this.locale, values), options);
    return super._({ ...id, values: isolatedValues(this.locale, id.values) });
  }
}

function isolatedValues(locale: string, values: Values = {}): Values {
  const direction = directionOf[locale as Language];
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value, direction) : value,
    ]),
  );
}
