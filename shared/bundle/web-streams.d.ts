// The library that encrypts takes and gives web streams; Node and browsers have them alike, `shared/` sees plain ES only.
interface ReadableStreamDefaultController<T> {
  enqueue(chunk: T): void;
  close(): void;
}
interface ReadableStreamDefaultReader<T> {
  read(): Promise<{ done: false; value: T } | { done: true; value?: undefined }>;
  cancel(reason?: unknown): Promise<void>;
}
interface ReadableStream<T> {
  getReader(): ReadableStreamDefaultReader<T>;
}
declare var ReadableStream: {
  new <T>(source: {
    pull(controller: ReadableStreamDefaultController<T>): Promise<void>;
    cancel(): Promise<void>;
  }): ReadableStream<T>;
};
