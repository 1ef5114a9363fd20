import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { TravelPlan } from '../../services/seal-for-travel.ts';
import { planTravel, sealForTravel, writeTravelPart } from '../../services/seal-for-travel.ts';
import { useServices } from '../../services/use-services.ts';
import type { PartProgress, WrittenPart } from '../../sync/write-part.ts';

/** What is carried, and the parts of it that lie on the stick. */
export interface Journey {
  readonly plan: TravelPlan;
  readonly written: readonly WrittenPart[];
}

/** How far sealing is. */
export type SealStep =
  | { readonly kind: 'look' | 'gathering' | 'sealing' }
  /** Parts are to be written; all of them are, where as many lie on the stick. */
  | { readonly kind: 'planned'; readonly journey: Journey }
  | { readonly kind: 'writing'; readonly progress: PartProgress };

interface Seal {
  readonly step: SealStep;
  readonly failure: Failure | undefined;
  readonly begin: () => void;
  readonly writeNext: (journey: Journey) => void;
  readonly seal: (journey: Journey) => void;
  readonly cancel: () => void;
}

/** Sealing for travel, a step at a time; a failure leads back to the step before, and nothing is destroyed by then. */
export function useSeal(): Seal {
  const services = useServices();
  const [step, setStep] = useState<SealStep>({ kind: 'look' });
  const [failure, setFailure] = useState<Failure>();

  function show(next: SealStep, failed?: Failure): void {
    setStep(next);
    setFailure(failed);
  }

  async function begin(): Promise<void> {
    show({ kind: 'gathering' });
    const plan = await planTravel(services);
    if (plan.ok) show({ kind: 'planned', journey: { plan: plan.value, written: [] } });
    else show({ kind: 'look' }, plan.error);
  }

  async function writeNext(journey: Journey): Promise<void> {
    const { bundle } = journey.plan;
    const manifest = bundle?.parts[journey.written.length];
    if (!bundle || !manifest) return;
    const part = await writeTravelPart(services, bundle, manifest, (progress) =>
      show({ kind: 'writing', progress }),
    );
    if (!part.ok) show({ kind: 'planned', journey }, part.error);
    else if (part.value === null) show({ kind: 'planned', journey });
    else {
      const written = [...journey.written, part.value];
      show({ kind: 'planned', journey: { ...journey, written } });
    }
  }

  async function seal({ plan, written }: Journey): Promise<void> {
    show({ kind: 'sealing' });
    const sealed = await sealForTravel(services, plan, written);
    // Where it went well this page is gone.
    if (!sealed.ok) show({ kind: 'look' }, sealed.error);
  }

  return {
    step,
    failure,
    begin: () => void begin(),
    writeNext: (journey) => void writeNext(journey),
    seal: (journey) => void seal(journey),
    cancel: () => show({ kind: 'look' }),
  };
}
