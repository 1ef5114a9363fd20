import type { Decimal } from '../core/decimal.ts';
import type { Instant } from '../core/instant.ts';
import type { PlainDate } from '../core/plain-date.ts';
import type { GeoPoint, PhotoRef } from './answers.ts';
import type { Choices, CodesOf } from './choices.ts';
import type { Condition } from './condition.ts';
import type { Constraint } from './constraint.ts';
import type { Operand } from './operand.ts';
import type { Unit } from './unit.ts';

/** Who gives the answer. Only a respondent may not know or refuse; `app`: captured or calculated, never typed. */
export type AnsweredBy = 'respondent' | 'surveyor' | 'supervisor' | 'app';

interface FieldBase {
  /** An answer is needed wherever the field is shown. */
  readonly required: boolean;
  readonly answeredBy: AnsweredBy;
  /** The heading it stands under: a section of its form. */
  readonly section: string;
  readonly shown?: Condition;
  readonly constraints?: readonly Constraint[];
  /** Personal data: kept apart, left out of exports unless asked for and consented to. */
  readonly personal?: true;
  readonly unit?: Unit;
  /** The answer offered at first. */
  readonly initial?: Operand;
  /** The questionnaire's field this one is asked, or calculated, together with. */
  readonly companionOf?: string;
  /** A state of review, set by its steps and never by filling in the form. */
  readonly review?: true;
}

/** A text; `suggest`: texts given before for the same product are offered, so that like is compared with like. */
export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly multiline?: true;
  readonly suggest?: 'same_product';
}

/** A whole number, a JS safe integer. */
export interface IntegerField extends FieldBase {
  readonly kind: 'integer';
}

/** An exact number: amounts, quantities, rates. */
export interface DecimalField extends FieldBase {
  readonly kind: 'decimal';
}

/** A day. */
export interface DateField extends FieldBase {
  readonly kind: 'date';
}

/** A moment with its UTC offset. */
export interface DatetimeField extends FieldBase {
  readonly kind: 'datetime';
}

/** One choice. */
export interface SelectOneField<C extends Choices = Choices> extends FieldBase {
  readonly kind: 'select_one';
  readonly choices: C;
}

/** Any number of choices. */
export interface SelectMultipleField<C extends Choices = Choices> extends FieldBase {
  readonly kind: 'select_multiple';
  readonly choices: C;
}

/** Distinct choices in order, the first being the highest. */
export interface RankField<C extends Choices = Choices> extends FieldBase {
  readonly kind: 'rank';
  readonly choices: C;
}

/** One choice for each of several rows. */
export interface GridField<
  C extends Choices = Choices,
  R extends string = string,
> extends FieldBase {
  readonly kind: 'grid';
  readonly rows: readonly R[];
  readonly choices: C;
}

/** A place. */
export interface GeopointField extends FieldBase {
  readonly kind: 'geopoint';
}

/**
 * Photos. `longestSide`: pixels they are reduced to. `place`: whether the place written into the file by the camera is
 * kept. `sampled`: the percentage of records that are asked for a photo, drawn by the record's id.
 */
export interface ImageField extends FieldBase {
  readonly kind: 'image';
  readonly longestSide: number;
  readonly place: 'drop' | 'keep_if_consented';
  readonly sampled?: number;
}

/** What the app works out, and what kind of value it is. */
export type CalculationName =
  | 'record_id'
  | 'form_version'
  | 'unit_price_std'
  | 'unit_price_usd'
  | 'price_amount_irr'
  | 'fx_rate'
  | 'fx_kind'
  | 'fx_source'
  | 'fx_date'
  | 'unit_factor'
  | 'unit_factor_source'
  | 'unit_factor_date'
  | 'unit_factor_item'
  | 'annual_qty_std';

/** A value worked out by the app when the record is finished, and kept with it. */
export interface CalculateField extends FieldBase {
  readonly kind: 'calculate';
  readonly calculation: CalculationName;
  readonly result: 'text' | 'integer' | 'decimal';
}

/** Any field. */
export type Field =
  | TextField
  | IntegerField
  | DecimalField
  | DateField
  | DatetimeField
  | SelectOneField
  | SelectMultipleField
  | RankField
  | GridField
  | GeopointField
  | ImageField
  | CalculateField;

/** The name of a kind of field: XLSForm's words, `grid` for a matrix. */
export type FieldKind = Field['kind'];
/** The field of kind `K`. */
export type FieldOfKind<K extends FieldKind> = Extract<Field, { readonly kind: K }>;

/** What a field holds once answered, "don't know" and "refused" apart. */
export type FieldValue<F> = F extends {
  readonly kind: 'select_one';
  readonly choices: infer C extends Choices;
}
  ? CodesOf<C>
  : F extends {
        readonly kind: 'select_multiple' | 'rank';
        readonly choices: infer C extends Choices;
      }
    ? readonly CodesOf<C>[]
    : F extends {
          readonly kind: 'grid';
          readonly rows: readonly (infer R extends string)[];
          readonly choices: infer C extends Choices;
        }
      ? { readonly [Row in R]?: CodesOf<C> }
      : F extends {
            readonly kind: 'calculate';
            readonly result: infer V extends CalculateField['result'];
          }
        ? { text: string; integer: number; decimal: Decimal }[V]
        : F extends { readonly kind: infer K extends keyof PlainValues }
          ? PlainValues[K]
          : never;

interface PlainValues {
  readonly text: string;
  readonly integer: number;
  readonly decimal: Decimal;
  readonly date: PlainDate;
  readonly datetime: Instant;
  readonly geopoint: GeoPoint;
  readonly image: readonly PhotoRef[];
}
