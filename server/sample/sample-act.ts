import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { RegisterName } from '#shared/forms/choices.ts';
import { registerForms } from '#shared/forms/definitions/catalogue.ts';

/** An item of a register to be entered once: what its author states; feed, stamp and base are added where it is appended. */
export interface SampleAct {
  readonly kind: RegisterName;
  readonly record: RecordId;
  readonly form: number;
  readonly set: Readonly<Record<string, Json>>;
}

/** The act that enters the item `code` of a register; properties without a value are left out. */
export function itemAct(
  kind: RegisterName,
  code: string,
  properties: Readonly<Record<string, Json | undefined>>,
): SampleAct {
  const given = Object.entries(properties).filter((entry): entry is [string, Json] => {
    return entry[1] !== undefined && entry[1] !== null;
  });
  return {
    kind,
    record: `${kind}/${code}` as RecordId,
    form: registerForms[kind].version,
    set: Object.fromEntries(given),
  };
}
