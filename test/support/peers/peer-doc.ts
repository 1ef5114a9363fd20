import type { Json } from '#shared/core/json.ts';
import type { FieldPrice } from '../field-prices.ts';

/** A record as an app on a document database keeps it: the answers, and what an entry says beside them. */
export interface PeerDoc {
  readonly id: string;
  readonly kind: string;
  readonly form: number;
  readonly author: string;
  readonly device: string;
  readonly changedAt: string;
  readonly answers: Readonly<Record<string, Json>>;
}

export function peerDocOf({ id, answers }: FieldPrice, n: number): PeerDoc {
  return {
    id,
    kind: 'price',
    form: 1,
    author: 'surveyor1',
    device: '0f0e0d0c-0b0a-4908-8706-050403020100',
    changedAt: new Date(1_795_000_000_000 + n * 37_000).toISOString(),
    answers,
  };
}

export function readPeerDocs(json: string): readonly PeerDoc[] {
  return JSON.parse(json) as readonly PeerDoc[];
}
