/**
 * Makes UUIDs of version 7 (RFC 9562) from a time in ms and 10 chance bytes. Ids of one maker ascend in the order they are made,
 * also within a millisecond and when the clock is set back: the 12 bits after the version then count up (method 1 of 6.2).
 */
export function createIdMaker(): (nowMs: number, chance: Uint8Array) => string {
  let lastMs = -1;
  let counter = 0;

  return (nowMs, chance) => {
    if (nowMs > lastMs) {
      lastMs = nowMs;
      // The top bit is left free, so that there is room to count.
      counter = (((chance[0] ?? 0) << 8) | (chance[1] ?? 0)) & 0x7ff;
    } else {
      counter += 1;
      if (counter > 0xfff) {
        lastMs += 1;
        counter = 0;
      }
    }
    const time = lastMs.toString(16).padStart(12, '0');
    const random = [...chance.subarray(2, 10)].map((byte) => byte.toString(16).padStart(2, '0'));
    const variant = (((chance[2] ?? 0) & 0x3f) | 0x80).toString(16);
    const tail = [variant, ...random.slice(1)].join('');
    return [
      time.slice(0, 8),
      time.slice(8, 12),
      `7${counter.toString(16).padStart(3, '0')}`,
      tail.slice(0, 4),
      tail.slice(4),
    ].join('-');
  };
}
