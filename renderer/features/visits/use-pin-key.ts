import { useLingui } from '@lingui/react/macro';
import type { RefObject } from 'react';
import { fieldTexts } from '#shared/forms/form-labels.ts';
import { focusedField } from '../../forms/focus-order.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useServices } from '../../services/use-services.ts';
import { showToast } from '../../ui/toasts.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { loadPins, savePins, togglePin } from './pins.ts';
import type { PartKind } from './visit-tabs.ts';

/** Alt+P on the form of a price pins the question with the keyboard, or no longer: the pins are those of the grid. */
export function usePinKey(kind: PartKind, form: RefObject<HTMLElement | null>): void {
  const { t } = useLingui();
  const { store } = useServices();
  const { language } = usePreferences();
  const isPrice = kind === 'price';
  async function pin(): Promise<void> {
    const field = form.current ? focusedField(form.current) : undefined;
    if (!isPrice || field === undefined) return;
    const pins = togglePin(await loadPins(store.settings), field);
    savePins(store.settings, pins);
    const label = fieldTexts('price', field)?.[language] ?? field;
    const text = pins.has(field)
      ? t`“${label}” is kept from row to row`
      : t`“${label}” is no longer kept from row to row`;
    showToast({ tone: 'ok', text });
  }
  useShortcut({
    code: 'KeyP',
    run: () => void pin(),
    label: isPrice ? t`keep the answer of this question from row to row, or no longer` : '',
    needsAlt: true,
  });
}
