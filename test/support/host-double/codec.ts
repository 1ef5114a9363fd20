/** Values as text, and back. */
export interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/**
 * What Electron's IPC can carry, as text: structured clone without what belongs to a page. Functions, symbols and DOM objects are
 * refused; cycles, typed arrays, Map, Set, Date, RegExp and Error pass. The same source runs in Node and, as text, in the page, so it
 * uses nothing from outside itself.
 */
export function createCodec(): Codec {
  type Coded = string | number | boolean | null | readonly [tag: string, ...unknown[]];
  type View = ArrayBufferView<ArrayBuffer>;
  const views: Readonly<Record<string, new (buffer: ArrayBuffer) => View>> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };

  function tagOf(value: object): string {
    return Object.prototype.toString.call(value).slice(8, -1);
  }

  function toBase64(bytes: Uint8Array): string {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCodePoint(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(text);
  }

  function encode(root: unknown): string {
    const seen = new Map<object, number>();
    const heap: Coded[] = [];

    function refuse(value: unknown): never {
      const name = typeof value === 'object' && value ? tagOf(value) : String(value);
      throw new DOMException(`${name} could not be cloned.`, 'DataCloneError');
    }

    function put(value: unknown): Coded {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
      if (value === undefined) return ['undefined'];
      if (typeof value === 'bigint') return ['bigint', String(value)];
      if (typeof value === 'number') {
        if (Object.is(value, -0)) return ['number', '-0'];
        return Number.isFinite(value) ? value : ['number', String(value)];
      }
      if (typeof value !== 'object') return refuse(value);
      const known = seen.get(value);
      if (known !== undefined) return ['ref', known];
      const id = heap.push(null) - 1;
      seen.set(value, id);
      heap[id] = putObject(value);
      return ['ref', id];
    }

    function putObject(value: object): Coded {
      if (Array.isArray(value)) return ['array', value.map(put)];
      if (value instanceof Date) return ['date', value.getTime()];
      if (value instanceof RegExp) return ['regexp', value.source, value.flags];
      if (value instanceof Map) return ['map', [...value].map((pair: unknown[]) => pair.map(put))];
      if (value instanceof Set) return ['set', [...value].map(put)];
      if (value instanceof Error) return ['error', value.name, value.message];
      if (value instanceof ArrayBuffer) {
        return ['bytes', 'ArrayBuffer', toBase64(new Uint8Array(value))];
      }
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        return ['bytes', tagOf(value), toBase64(bytes)];
      }
      if (tagOf(value) !== 'Object') return refuse(value);
      return ['object', Object.entries(value).map(([key, held]) => [key, put(held)])];
    }

    const top = put(root);
    return JSON.stringify([top, heap]);
  }

  function decode(text: string): unknown {
    const [top, heap] = JSON.parse(text) as [Coded, Coded[]];
    const made = new Map<number, unknown>();

    function get(coded: Coded): unknown {
      if (coded === null || typeof coded !== 'object') return coded;
      const [tag, value] = coded;
      if (tag === 'undefined') return undefined;
      if (tag === 'number') return Number(value);
      if (tag === 'bigint') return BigInt(String(value));
      const id = Number(value);
      return made.has(id) ? made.get(id) : make(id, heap[id] ?? null);
    }

    function keep<T>(id: number, value: T): T {
      made.set(id, value);
      return value;
    }

    function make(id: number, coded: Coded): unknown {
      const [tag, first, second] = coded as [string, unknown, unknown];
      const items = Array.isArray(first) ? (first as Coded[]) : [];
      const pairs = items as unknown as readonly (readonly [Coded, Coded])[];
      if (tag === 'array') {
        const array = keep<unknown[]>(id, []);
        for (const item of items) array.push(get(item));
        return array;
      }
      if (tag === 'object') {
        const object = keep<object>(id, {});
        for (const [key, held] of pairs) {
          const value = get(held);
          const open = { value, enumerable: true, writable: true, configurable: true };
          Object.defineProperty(object, String(key), open);
        }
        return object;
      }
      if (tag === 'map') {
        const map = keep(id, new Map<unknown, unknown>());
        for (const [key, held] of pairs) map.set(get(key), get(held));
        return map;
      }
      if (tag === 'set') {
        const set = keep(id, new Set<unknown>());
        for (const item of items) set.add(get(item));
        return set;
      }
      if (tag === 'date') return keep(id, new Date(Number(first)));
      if (tag === 'regexp') return keep(id, new RegExp(String(first), String(second)));
      if (tag === 'error')
        return keep(id, Object.assign(new Error(String(second)), { name: first }));
      const bytes = Uint8Array.from(atob(String(second)), (letter) => letter.codePointAt(0) ?? 0);
      const View = views[String(first)];
      return keep(id, View ? new View(bytes.buffer) : bytes.buffer);
    }

    return get(top);
  }

  return { encode, decode };
}
