import type { WorkerAnswer, WorkerCalls, WorkerChannel, WorkerQuestion } from './worker-calls.ts';
import { trustedScriptUrl } from './trusted-script.ts';
// oxlint-disable-next-line import/default -- Vite makes this module: the address of the built worker
import workerUrl from './journal.worker.ts?worker&url';

/** The page's end of the worker that keeps the journal. */
export interface JournalWorker {
  call<C extends WorkerChannel>(
    channel: C,
    input: WorkerCalls[C]['input'],
  ): Promise<WorkerCalls[C]['output']>;
}

/** Starts the worker at the first call, one for the life of the page. */
export function connectJournalWorker(): JournalWorker {
  const waiting = new Map<number, (answer: WorkerAnswer) => void>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'journal' });
    started.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
    return started;
  }

  return {
    call: <C extends WorkerChannel>(channel: C, input: WorkerCalls[C]['input']) => {
      worker ??= start();
      last += 1;
      const question: WorkerQuestion = { id: last, channel, input };
      const answered = new Promise<WorkerCalls[C]['output']>((resolve, reject) => {
        waiting.set(question.id, ({ output, thrown }) => {
          // The worker answers each channel with the output its handler is typed to give.
          if (thrown === null) resolve(output as WorkerCalls[C]['output']);
          else reject(new Error(thrown));
        });
      });
      worker.postMessage(question);
      return answered;
    },
  };
}
