import type { ComponentType } from 'react';
import { lazy } from 'react';

interface AppRoute {
  readonly path: string;
  readonly Page: ComponentType;
}

const TodayPage = lazy(async () =>
  pageOf((await import('../features/today/today-page.tsx')).TodayPage),
);
const VisitListPage = lazy(async () =>
  pageOf((await import('../features/visits/visit-list-page.tsx')).VisitListPage),
);
const VisitPage = lazy(async () =>
  pageOf((await import('../features/visits/visit-page.tsx')).VisitPage),
);
const RecordPage = lazy(async () =>
  pageOf((await import('../features/visits/record-page.tsx')).RecordPage),
);
const OutboxPage = lazy(async () =>
  pageOf((await import('../features/outbox/outbox-page.tsx')).OutboxPage),
);
const SendLogPage = lazy(async () =>
  pageOf((await import('../features/outbox/send-log-page.tsx')).SendLogPage),
);
const RecordsPage = lazy(async () =>
  pageOf((await import('../features/records/records-page.tsx')).RecordsPage),
);
const ReviewPage = lazy(async () =>
  pageOf((await import('../features/review/review-page.tsx')).ReviewPage),
);
const CoveragePage = lazy(async () =>
  pageOf((await import('../features/coverage/coverage-page.tsx')).CoveragePage),
);
const RatesPage = lazy(async () =>
  pageOf((await import('../features/rates/rates-page.tsx')).RatesPage),
);
const MeasuresPage = lazy(async () =>
  pageOf((await import('../features/rates/measures-page.tsx')).MeasuresPage),
);
const NamesPage = lazy(async () =>
  pageOf((await import('../features/names/names-page.tsx')).NamesPage),
);
const ExportPage = lazy(async () =>
  pageOf((await import('../features/export/export-page.tsx')).ExportPage),
);
const SettingsPage = lazy(async () =>
  pageOf((await import('../features/settings/settings-page.tsx')).SettingsPage),
);

const SafetyPage = lazy(async () =>
  pageOf((await import('../features/safety/safety-page.tsx')).SafetyPage),
);

const VaultPage = lazy(async () =>
  pageOf((await import('../features/vault/vault-page.tsx')).VaultPage),
);

const SealPage = lazy(async () =>
  pageOf((await import('../features/vault/seal-page.tsx')).SealPage),
);

/** Every screen of the app; pages read their parameters with `useParams`. */
export const routes: readonly AppRoute[] = [
  { path: '/', Page: TodayPage },
  { path: '/visits', Page: VisitListPage },
  { path: '/visits/:visit', Page: VisitPage },
  { path: '/visits/:visit/:kind/:record', Page: RecordPage },
  { path: '/outbox', Page: OutboxPage },
  { path: '/outbox/:record', Page: SendLogPage },
  { path: '/records', Page: RecordsPage },
  { path: '/review', Page: ReviewPage },
  { path: '/vault', Page: VaultPage },
  { path: '/seal', Page: SealPage },
  { path: '/coverage', Page: CoveragePage },
  { path: '/rates', Page: RatesPage },
  { path: '/measures', Page: MeasuresPage },
  { path: '/names', Page: NamesPage },
  { path: '/export', Page: ExportPage },
  { path: '/settings', Page: SettingsPage },
  { path: '/safety', Page: SafetyPage },
];

function pageOf(page: ComponentType): { readonly default: ComponentType } {
  return { default: page };
}
