import type { Page } from 'playwright-core';

/** What Chromium tells of one layout. */
interface LayoutFacts {
  readonly beginData: { readonly partialLayout: boolean };
}

/** What Chromium says of the layouts that an act makes, in their order. */
export async function layoutsOf(
  page: Page,
  act: () => Promise<unknown>,
): Promise<readonly LayoutFacts[]> {
  const session = await page.context().newCDPSession(page);
  const events: { readonly name: string; readonly args: LayoutFacts }[] = [];
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as typeof events)),
  );
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await act();
  const ended = new Promise((resolve) => {
    session.once('Tracing.tracingComplete', resolve);
  });
  await session.send('Tracing.end');
  await ended;
  return events.flatMap(({ name, args }) =>
    name === 'Layout' && 'beginData' in args ? [args] : [],
  );
}
