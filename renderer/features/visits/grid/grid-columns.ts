import type { Form } from '#shared/forms/define-form.ts';
import type { Field, FieldOfKind } from '#shared/forms/field.ts';

/** A kind of question that is answered in one cell. */
type CellField = FieldOfKind<'text' | 'decimal' | 'select_one'>;

/** A column of the price grid: a question of the price form. */
export interface GridColumn {
  readonly name: string;
  readonly field: CellField;
  /** In rem. */
  readonly width: number;
}

// As a price list is read: what it is, what it costs, how much of it; then what is judged, and what stays as it is from row to row.
const widths = {
  product_id: 10,
  item_spec: 13,
  availability: 6,
  brand_id: 8,
  origin_country: 5.5,
  price_amount: 7,
  price_currency: 6,
  sale_qty: 4.5,
  sale_unit: 7,
  net_content: 5.5,
  net_content_unit: 6.5,
  quality_grade: 7,
  price_change_30d: 7.5,
  quote_confidence: 6.5,
  price_level: 7.5,
  quote_basis: 7.5,
  payment_terms: 8,
} as const;

/** The questions of a price form that are cells of a row, in their order; all others are asked beside the grid. */
export function gridColumns(form: Form): readonly GridColumn[] {
  return Object.entries(widths).flatMap(([name, width]) => {
    const field = form.fields[name];
    return field !== undefined && isCellField(field) ? [{ name, field, width }] : [];
  });
}

function isCellField(field: Field): field is CellField {
  return field.kind === 'text' || field.kind === 'decimal' || field.kind === 'select_one';
}
