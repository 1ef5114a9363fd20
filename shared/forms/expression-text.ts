import type { Condition } from './condition.ts';
import type { Constraint, Rule, RuleName, RuleOf } from './constraint.ts';
import type { Operand } from './operand.ts';
import type { Unit, UnitTerm } from './unit.ts';

/** A condition as the codebook writes it, in the manner of XLSForm: `${consent} = 'yes'`. */
export function conditionText(condition: Condition): string {
  switch (condition.when) {
    case 'answer':
      return condition.in.map((code) => `\${${condition.field}} = '${code}'`).join(' or ');
    case 'other':
      return condition.than.map((code) => `\${${condition.field}} != '${code}'`).join(' and ');
    case 'answered':
      return `\${${condition.field}} != ''`;
    case 'visit':
      return condition.in.map((code) => `\${${condition.answer}} = '${code}'`).join(' or ');
    case 'item':
      return condition.in.map((code) => `${operandText(condition.item)} = '${code}'`).join(' or ');
    case 'differ':
      return condition.operands.map(operandText).join(' != ');
    case 'flag':
      return `flag ${condition.flag}`;
    case 'all':
      return condition.of.map((part) => `(${conditionText(part)})`).join(' and ');
    case 'any':
      return condition.of.map(conditionText).join(' or ');
  }
}

/** A constraint as the codebook writes it; a warning begins with `warn:`. */
export function constraintText(constraint: Constraint): string {
  const rule = ruleText(constraint);
  const stage = constraint.at === undefined ? '' : ` (at ${constraint.at})`;
  return `${constraint.severity === 'warn' ? 'warn: ' : ''}${rule}${stage}`;
}

/** A unit as the codebook writes it: `price_currency / std_unit(product_id)`. */
export function unitText(unit: Unit): string {
  return unit.per === undefined
    ? termText(unit.in)
    : `${termText(unit.in)} / ${termText(unit.per)}`;
}

function termText(term: UnitTerm): string {
  if ('name' in term) return term.name;
  return 'code' in term ? term.code.field : `std_unit(${term.standard_of.field})`;
}

function operandText(operand: Operand): string {
  switch (operand.of) {
    case 'answer':
      return `\${${operand.field}}`;
    case 'visit':
      return `\${${operand.answer}}`;
    case 'item':
      return `${operand.register}(\${${operand.field}}).${operand.property}`;
    case 'today':
      return 'today()';
    case 'fixed':
      return operand.value;
    case 'by_code':
      return `by \${${operand.field}}`;
    case 'quotient':
      return operand.fields.map((field) => `\${${field}}`).join(' / ');
    case 'per_year':
      return `per year(${operand.fields.map((field) => `\${${field}}`).join(', ')})`;
  }
}

const textByRule: { readonly [K in RuleName]: (rule: RuleOf<K>) => string } = {
  length: ({ min, max }) => `length ${between(min, max)}`,
  range: ({ above, min, below, max }) =>
    [
      above === undefined ? '' : `. > ${above}`,
      min === undefined ? '' : `. >= ${min}`,
      below === undefined ? '' : `. < ${below}`,
      max === undefined ? '' : `. <= ${max}`,
    ]
      .filter((part) => part !== '')
      .join(' and '),
  phone: () => 'regex ^\\+?[0-9]{7,15}$ after folding digits',
  record_id: () => 'uuid, equal to the record id, immutable',
  count: ({ min, max }) => `count ${between(min, max)}`,
  alone: ({ codes }) => `${codes.join(', ')} excludes the others`,
  disjoint: ({ field, except }) => `no overlap with ${field} except ${except.join(', ')}`,
  compare: ({ is, to }) => `. ${is} ${operandText(to)}`,
  must_be: (rule) => `if ${conditionText(rule.if)} then ${rule.codes.join(', ')}`,
  not: ({ codes }) => `not ${codes.join(', ')}`,
  item_matches: ({ property, to }) => `item.${property} = ${operandText(to)}`,
  convertible: ({ field }) => `convertible to std_unit(${field})`,
  inside_admin1: ({ field }) => `inside the polygon of ${field}`,
  near_market: ({ field, km }) => `<= ${km} km from ${field}`,
  duration: ({ field, min, max }) => `${min}..${max} minutes after ${field}`,
  near_round_rate: ({ side, percent }) => `within ${percent} % of the round median (${side})`,
  spread: ({ field, percent }) => `<= ${percent} % above ${field}`,
  product_limits: () => 'within product.price_usd_min..price_usd_max of the level',
  near_median: ({ min, max }) => `${min}..${max} times the median`,
  usual_quantity: ({ field }) => `<= 99th percentile by ${field}`,
  unique: ({ fields }) => `${fields.join(' + ')} unique within the visit`,
  same: ({ fields }) => `one value per ${fields.join(' + ')} within the visit`,
  sum: ({ fields, max }) => `sum per ${fields.join(' + ')} within the visit <= ${max}`,
  captions: () => 'a caption per photo',
};

function ruleText<K extends RuleName>(rule: Rule & RuleOf<K>): string {
  // The table is keyed by the rule's own name, which the compiler cannot carry through a union.
  const text = textByRule[rule.rule] as (rule: RuleOf<K>) => string;
  return text(rule);
}

function between(min: number | undefined, max: number | undefined): string {
  return `${min ?? ''}..${max ?? ''}`;
}
