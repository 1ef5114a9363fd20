const databases = new Map<string, Promise<IDBDatabase>>();

/** Puts values one after the other, each in a transaction of its own with strict durability; milliseconds for one. */
export async function putBare(values: readonly unknown[]): Promise<number> {
  const db = await openBare('bare');
  const began = performance.now();
  for (const value of values) await putOne(db, value);
  return (performance.now() - began) / values.length;
}

function openBare(name: string): Promise<IDBDatabase> {
  const known = databases.get(name);
  if (known) return known;
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('records', { autoIncrement: true });
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
  databases.set(name, opening);
  return opening;
}

function putOne(db: IDBDatabase, value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('records', 'readwrite', { durability: 'strict' });
    transaction.objectStore('records').put(value);
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
  });
}

/** The p95 of such puts, in milliseconds. */
export async function slowBarePut(values: readonly unknown[]): Promise<number> {
  const db = await openBare('bare');
  const took: number[] = [];
  for (const value of values) {
    const began = performance.now();
    await putOne(db, value);
    took.push(performance.now() - began);
  }
  return p95(took);
}

/** What only one in twenty is slower than. */
export function p95(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}
