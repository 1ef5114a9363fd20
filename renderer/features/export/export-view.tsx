import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { Json } from '#shared/core/json.ts';
import type { ExportChoices } from '#shared/exports/manifest.ts';
import { choiceLabel } from '#shared/forms/form-labels.ts';
import type { ReviewStatus } from '#shared/records/record.ts';
import { reviewStatuses } from '#shared/records/record.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { RecordFilterFields } from '../../forms/record-filter-fields.tsx';
import { readFilters } from '../../forms/record-filters.ts';
import { Card } from '../../ui/card.tsx';
import { CheckboxGroup } from '../../ui/choices.tsx';
import { useAddressQuery } from '../../ui/use-address-query.ts';
import { ExportPreview } from './export-preview.tsx';
import { ExportRun } from './export-run.tsx';
import type { FormatChoices } from './format-card.tsx';
import { FormatCard } from './format-card.tsx';
import { readReceivers } from './receivers.ts';
import { ReceiversCard } from './receivers-card.tsx';
import type { ExportWish } from './select-records.ts';
import { useExport } from './use-export.ts';
import { useReceivers } from './use-receivers.ts';

/** What to export, how, how much it is, and the act itself. */
export function ExportView({ reader }: { readonly reader: AnswerReader }): JSX.Element {
  const { t } = useLingui();
  const query = useAddressQuery();
  const [reviews, setReviews] = useState<readonly ReviewStatus[]>(['approved']);
  const [format, setFormat] = useState<FormatChoices>({
    language: reader.language,
    texts: 'labels',
    personal: 'left_out',
  });
  const wish = useMemo<ExportWish>(
    // A search of the records page and its state of review are no part of an export: they would leave out unnoticed.
    () => ({ filters: { ...readFilters(query.get), text: '', review: undefined }, reviews }),
    [query, reviews],
  );
  const [receivers, setReceivers] = useReceivers();
  const [isAsked, setIsAsked] = useState(false);
  const { state, start, cancel } = useExport();
  const choices: ExportChoices = { ...format, filters: filtersOf(wish) };

  function save(): void {
    setIsAsked(true);
    const { keys, wrong } = readReceivers(receivers.text);
    const isSealed = receivers.who === 'key-holders';
    if (isSealed && (keys.length === 0 || wrong.length > 0)) return;
    void start({ wish, choices, registers: reader.registers, receivers: isSealed ? keys : [] });
  }

  return (
    <>
      <Card
        title={t`Which records`}
        note={t`Approved ones, unless you choose others. Deleted records are never exported.`}
      >
        <RecordFilterFields
          filters={wish.filters}
          reader={reader}
          onChange={query.change}
          without={['review', 'text']}
        />
        <CheckboxGroup
          label={t`State of review`}
          look="row"
          values={reviews}
          onChange={(values) => setReviews(reviewStatuses.filter((each) => values.includes(each)))}
          choices={reviewStatuses.map((status) => ({
            value: status,
            label: choiceLabel('review_status', status)?.[reader.language] ?? status,
          }))}
        />
        <ExportPreview wish={wish} reader={reader} />
      </Card>
      <FormatCard choices={format} onChange={setFormat} />
      <ReceiversCard receivers={receivers} isAsked={isAsked} onChange={setReceivers} />
      <ExportRun state={state} onStart={save} onCancel={cancel} />
    </>
  );
}

/** The wish as the manifest tells it: only what was narrowed. */
function filtersOf({ filters, reviews }: ExportWish): Readonly<Record<string, Json>> {
  const { text: _text, review: _review, ...others } = filters;
  const narrowed = Object.entries(others).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { review: reviews, ...Object.fromEntries(narrowed) };
}
