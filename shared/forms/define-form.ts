import type { Missing } from './answers.ts';
import type { Condition } from './condition.ts';
import type { Field, FieldValue } from './field.ts';

/** Fields by name, in the order they are asked. */
export type Fields = Readonly<Record<string, Field>>;

/** How records of a form repeat inside a visit: the group's name, and how many the method aims at per what. */
export interface Repeat {
  readonly parent: 'visit';
  readonly group: string;
  readonly aim?: { readonly count: number; readonly per: readonly string[] };
}

/**
 * A form as plain data: no function, no text. `repeat`: records belong to a visit, 1..n of them; without it a record
 * stands alone. `closed`: the condition on the visit under which none may be added.
 */
export interface Form<
  Id extends string = string,
  S extends string = string,
  F extends Fields = Fields,
> {
  readonly id: Id;
  readonly version: number;
  readonly role: 'survey' | 'register' | 'comment';
  readonly repeat?: Repeat;
  readonly closed?: Condition;
  readonly sections: readonly S[];
  readonly fields: F;
}

type Flatten<T> = { [K in keyof T]: T[K] };
type FieldsOf<T> = T extends { readonly fields: infer F } ? F : never;
type Answer<F> = F extends { readonly answeredBy: 'respondent' }
  ? FieldValue<F> | Missing
  : FieldValue<F>;

/** Names of the fields every finished record has: required, always shown, and neither calculated nor a review state. */
type AlwaysAnswered<F> = {
  [N in keyof F]: F[N] extends { readonly required: true; readonly shown?: never }
    ? F[N] extends { readonly kind: 'calculate' } | { readonly review: true }
      ? never
      : N
    : never;
}[keyof F];

/** The answers of a finished record: `FormValues<typeof priceForm>`. */
export type FormValues<T> = Flatten<
  { readonly [N in AlwaysAnswered<FieldsOf<T>>]: Answer<FieldsOf<T>[N]> } & {
    readonly [N in Exclude<keyof FieldsOf<T>, AlwaysAnswered<FieldsOf<T>>>]?:
      Answer<FieldsOf<T>[N]> | undefined;
  }
>;

/** The answers of a record that is still being filled in: any of them. */
export type FormDraft<T> = {
  readonly [N in keyof FieldsOf<T>]?: Answer<FieldsOf<T>[N]> | undefined;
};

type CodesIn<V> = V extends readonly (infer C)[] ? C : V;

/**
 * Walks a field's data and demands, wherever it names a field (`field`, `fields`) that the form has one of that name,
 * wherever a condition names an answer's codes that the field can hold them, and wherever it names an answer of the
 * visit (`answer`) that the visit form has it.
 */
type Checked<T, F, P> = T extends { readonly when: 'answer' | 'other'; readonly field: infer N }
  ? N extends keyof F
    ? {
        readonly [K in keyof T]: K extends 'in' | 'than'
          ? readonly CodesIn<FieldValue<F[N]>>[]
          : unknown;
      }
    : { readonly field: keyof F }
  : T extends { readonly when: 'visit'; readonly answer: infer N }
    ? N extends keyof P
      ? { readonly in: readonly CodesIn<FieldValue<P[N]>>[] }
      : { readonly answer: keyof P }
    : T extends readonly unknown[]
      ? { readonly [I in keyof T]: Checked<T[I], F, P> }
      : T extends object
        ? {
            readonly [K in keyof T]: K extends 'field' | 'companionOf'
              ? keyof F
              : K extends 'fields'
                ? readonly (keyof F)[]
                : K extends 'answer'
                  ? keyof P
                  : Checked<T[K], F, P>;
          }
        : unknown;

type CheckedFields<F, S, P> = {
  readonly [N in keyof F]: Checked<F[N], F, P> & { readonly section: S };
};

/**
 * Declares a form. Does not compile where a condition, a constraint, a unit or a default names a field the form lacks,
 * where a condition compares with a code the field cannot hold, or where a field stands in a section the form lacks.
 */
export function defineForm<const Id extends string, const S extends string, const F extends Fields>(
  form: Form<Id, S, F & CheckedFields<F, S, never>>,
): Form<Id, S, F> {
  return form;
}

/** As `defineForm`, for a form whose records belong to a visit: names of the visit's answers are checked against it. */
export function defineVisitPart<
  const Id extends string,
  const S extends string,
  const F extends Fields,
  P extends Form,
>(_visit: P, form: Form<Id, S, F & CheckedFields<F, S, P['fields']>>): Form<Id, S, F> {
  return form;
}
