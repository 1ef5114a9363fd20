import type { SourceTexts } from '../../core/language.ts';
import type { Form } from '../define-form.ts';

/** The texts of a question: its label, and a hint where one helps the person who answers. */
export type FieldTexts = SourceTexts & { readonly hint?: SourceTexts };

/** The texts of a grid: those of the question, and of each row. */
export type GridTexts<R extends string = string> = FieldTexts & {
  readonly rows: Readonly<Record<R, SourceTexts>>;
};

type TextsOf<F> = F extends {
  readonly kind: 'grid';
  readonly rows: readonly (infer R extends string)[];
}
  ? GridTexts<R>
  : FieldTexts;

/** Every text a form needs, keyed by its own sections and fields: one that is missing does not compile. */
export interface FormTexts<T extends Form> {
  readonly title: SourceTexts;
  readonly sections: { readonly [S in T['sections'][number]]: SourceTexts };
  readonly fields: { readonly [N in keyof T['fields']]: TextsOf<T['fields'][N]> };
}

/** A form in one more language: what is read aloud to a trader has to be there; an explanation may be missing. */
export interface FormTranslation<T extends Form> {
  readonly title: string;
  readonly sections: { readonly [S in T['sections'][number]]: string };
  readonly labels: { readonly [N in keyof T['fields']]: string };
  readonly hints?: { readonly [N in keyof T['fields']]?: string };
  readonly rows?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Every code of a group of lists in one more language. */
export type ListTranslation<L extends Readonly<Record<string, readonly string[]>>> = {
  readonly [Name in keyof L]: { readonly [Code in L[Name][number]]: string };
};

/** A text for every code of a group of lists. */
export type ListTexts<L extends Readonly<Record<string, readonly string[]>>> = {
  readonly [Name in keyof L]: { readonly [Code in L[Name][number]]: SourceTexts };
};
