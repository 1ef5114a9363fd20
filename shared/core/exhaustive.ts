/** Marks a branch the compiler knows to be unreachable; throws if data from outside reaches it all the same. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
