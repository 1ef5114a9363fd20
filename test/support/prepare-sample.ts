import { sampleTemplate } from './sample-server.ts';

/** Before the first test: workers that begin together would each make it. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes no other
export default async function prepareSample(): Promise<void> {
  await sampleTemplate();
}
