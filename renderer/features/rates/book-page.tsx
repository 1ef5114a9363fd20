import type { JSX } from 'react';
import { useLive } from '../../db/use-live.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { useAnswerReader } from '../../services/use-answer-reader.ts';
import { useServices } from '../../services/use-services.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { BooksData } from './load-books.ts';
import { loadBooks } from './load-books.ts';

interface BookPageProps {
  readonly title: string;
  readonly note: string;
  readonly children: (data: BooksData, reader: AnswerReader) => JSX.Element;
}

/** A page about one of the books, once they are read. */
export function BookPage({ title, note, children }: BookPageProps): JSX.Element {
  const { store } = useServices();
  const reader = useAnswerReader();
  const data = useLive(() => loadBooks(store), [store]);
  function content(): JSX.Element {
    if (reader.status === 'failed') return <FailureView failure={reader.failure} />;
    if (data.status === 'failed') return <FailureView failure={data.failure} />;
    if (reader.status === 'loading' || data.status === 'loading') return <Spinner />;
    return children(data.value, reader.value);
  }
  return (
    <Page title={title} note={note}>
      {content()}
    </Page>
  );
}
