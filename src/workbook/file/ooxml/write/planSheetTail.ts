import type { SheetPlan, ValidationPlan } from '../../../sheetPlan';
import { rangeName } from './cellReference';
import { barsExtension, conditionalXml } from './conditionalFormats';
import { linksXml } from './planLinks';
import type { CellContext } from './planCells';
import { escapeAttribute, escapeText, toXstring } from './xmlText';

const A4 = 9;
/** Longest list that a validation can hold in itself. */
const LIST_LIMIT = 255;
/** Longest footer that Excel takes. */
const FOOTER_LIMIT = 255;
const PAGE_NUMBERS = '&C&P / &N';

export interface PlanTailOptions {
  readonly context: CellContext;
  /** Relationship ids. */
  readonly tableIds: readonly string[];
  readonly drawingId?: string;
}

/** What stands after the rows of a sheet of the plan. */
export function planSheetTail(plan: SheetPlan, options: PlanTailOptions): string {
  const { context, tableIds, drawingId } = options;
  const { rules, bars } = conditionalXml(plan.conditionalFormats ?? [], context);
  return [
    '</sheetData>',
    mergesXml(plan),
    rules,
    validationsXml(plan.validations),
    linksXml(plan),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    printXml(plan),
    drawingId === undefined ? '' : `<drawing r:id="${drawingId}"/>`,
    tablePartsXml(tableIds),
    bars === '' ? '' : `<extLst>${barsExtension('', bars)}</extLst>`,
    '</worksheet>',
  ].join('');
}

function mergesXml(plan: SheetPlan): string {
  if (plan.merges.length === 0) return '';
  const merges = plan.merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`).join('');
  return `<mergeCells count="${String(plan.merges.length)}">${merges}</mergeCells>`;
}

function validationsXml(validations: readonly ValidationPlan[]): string {
  const items = validations.flatMap((validation) => {
    const rule = ruleXml(validation);
    return rule === undefined ? [] : [rule];
  });
  if (items.length === 0) return '';
  return `<dataValidations count="${String(items.length)}">${items.join('')}</dataValidations>`;
}

/** Undefined for a list that a validation cannot hold: the cells then take any text. */
function ruleXml(validation: ValidationPlan): string | undefined {
  const { rule, range } = validation;
  const title = escapeAttribute(validation.errorTitle.slice(0, 32));
  const message = escapeAttribute(validation.errorMessage.slice(0, 255));
  const attributes =
    `allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${title}"` +
    ` error="${message}" sqref="${rangeName(range)}"`;
  if (rule.kind === 'date') {
    return (
      `<dataValidation type="date" operator="greaterThanOrEqual" ${attributes}>` +
      '<formula1>1</formula1></dataValidation>'
    );
  }
  const list = rule.values.join(',');
  if (list === '' || list.length > LIST_LIMIT) return undefined;
  if (rule.values.some((value) => value.includes(','))) return undefined;
  const formula = escapeText(`"${list.replaceAll('"', '""')}"`);
  return `<dataValidation type="list" ${attributes}><formula1>${formula}</formula1></dataValidation>`;
}

function printXml(plan: SheetPlan): string {
  const { print } = plan;
  if (print === undefined) return '';
  const orientation = print.landscape ? 'landscape' : 'portrait';
  const footer = print.footer ?? PAGE_NUMBERS;
  return (
    `<pageSetup paperSize="${String(A4)}" orientation="${orientation}" ` +
    `fitToWidth="${String(print.pagesWide ?? 1)}" fitToHeight="${String(print.pagesHigh ?? 0)}"/>` +
    `<headerFooter><oddFooter>${escapeText(toXstring(footer.slice(0, FOOTER_LIMIT)))}` +
    '</oddFooter></headerFooter>'
  );
}

function tablePartsXml(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const parts = ids.map((id) => `<tablePart r:id="${id}"/>`).join('');
  return `<tableParts count="${String(ids.length)}">${parts}</tableParts>`;
}
