import type { TargetLanguage } from '../../core/language.ts';
import type { FindingTranslation, OperandTranslation } from './finding-texts.ts';
import * as arCommon from './ar/common.ts';
import * as arCompetitor from './ar/competitor.ts';
import * as arDemand from './ar/demand.ts';
import * as arFinding from './ar/finding.ts';
import * as arPrice from './ar/price.ts';
import * as arRegister from './ar/register.ts';
import * as arVisit from './ar/visit.ts';
import * as ckbCommon from './ckb/common.ts';
import * as ckbCompetitor from './ckb/competitor.ts';
import * as ckbDemand from './ckb/demand.ts';
import * as ckbFinding from './ckb/finding.ts';
import * as ckbPrice from './ckb/price.ts';
import * as ckbRegister from './ckb/register.ts';
import * as ckbVisit from './ckb/visit.ts';
import * as prsCommon from './prs/common.ts';
import * as prsCompetitor from './prs/competitor.ts';
import * as prsDemand from './prs/demand.ts';
import * as prsFinding from './prs/finding.ts';
import * as prsPrice from './prs/price.ts';
import * as prsRegister from './prs/register.ts';
import * as prsVisit from './prs/visit.ts';
import * as psCommon from './ps/common.ts';
import * as psCompetitor from './ps/competitor.ts';
import * as psDemand from './ps/demand.ts';
import * as psFinding from './ps/finding.ts';
import * as psPrice from './ps/price.ts';
import * as psRegister from './ps/register.ts';
import * as psVisit from './ps/visit.ts';

/** The texts of the questionnaire in one more language, by form, list and code. */
export interface Translation {
  readonly forms: Readonly<Record<string, TranslatedForm>>;
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly findings: FindingTranslation;
  readonly operands: OperandTranslation;
}

interface TranslatedForm {
  readonly title: string;
  readonly sections: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly hints?: Readonly<Record<string, string>>;
  readonly rows?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Every translation there is. */
export const translations: Readonly<Record<TargetLanguage, Translation>> = {
  ar: {
    forms: {
      visit: arVisit.form,
      price: arPrice.form,
      demand: arDemand.form,
      competitor: arCompetitor.form,
    },
    choices: {
      ...arCommon.choices,
      ...arVisit.choices,
      ...arPrice.choices,
      ...arDemand.choices,
      ...arCompetitor.choices,
      ...arRegister.choices,
      plus: arRegister.plus,
      fixed_unit: arRegister.fixedUnits,
    },
    findings: arFinding.findings,
    operands: arFinding.operands,
  },
  ckb: {
    forms: {
      visit: ckbVisit.form,
      price: ckbPrice.form,
      demand: ckbDemand.form,
      competitor: ckbCompetitor.form,
    },
    choices: {
      ...ckbCommon.choices,
      ...ckbVisit.choices,
      ...ckbPrice.choices,
      ...ckbDemand.choices,
      ...ckbCompetitor.choices,
      ...ckbRegister.choices,
      plus: ckbRegister.plus,
      fixed_unit: ckbRegister.fixedUnits,
    },
    findings: ckbFinding.findings,
    operands: ckbFinding.operands,
  },
  prs: {
    forms: {
      visit: prsVisit.form,
      price: prsPrice.form,
      demand: prsDemand.form,
      competitor: prsCompetitor.form,
    },
    choices: {
      ...prsCommon.choices,
      ...prsVisit.choices,
      ...prsPrice.choices,
      ...prsDemand.choices,
      ...prsCompetitor.choices,
      ...prsRegister.choices,
      plus: prsRegister.plus,
      fixed_unit: prsRegister.fixedUnits,
    },
    findings: prsFinding.findings,
    operands: prsFinding.operands,
  },
  ps: {
    forms: {
      visit: psVisit.form,
      price: psPrice.form,
      demand: psDemand.form,
      competitor: psCompetitor.form,
    },
    choices: {
      ...psCommon.choices,
      ...psVisit.choices,
      ...psPrice.choices,
      ...psDemand.choices,
      ...psCompetitor.choices,
      ...psRegister.choices,
      plus: psRegister.plus,
      fixed_unit: psRegister.fixedUnits,
    },
    findings: psFinding.findings,
    operands: psFinding.operands,
  },
};
