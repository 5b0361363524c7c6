import type { SheetPlan, ValidationPlan } from '../../../sheetPlan';
import { cellName, quotedSheetName, rangeName } from './cellReference';
import { escapeAttribute, escapeText } from './xmlText';

const A4 = 9;
/** Longest list that a validation can hold in itself. */
const LIST_LIMIT = 255;
/** Excel takes no more hyperlinks on a sheet. */
const LINK_LIMIT = 65_530;

/** What stands after the rows of a sheet of the plan; `tableIds` are relationship ids. */
export function planSheetTail(plan: SheetPlan, tableIds: readonly string[]): string {
  return [
    '</sheetData>',
    mergesXml(plan),
    validationsXml(plan.validations),
    linksXml(plan),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    printXml(plan),
    tablePartsXml(tableIds),
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

function linksXml(plan: SheetPlan): string {
  const links: string[] = [];
  for (const block of plan.blocks) {
    if (block.kind !== 'cells') continue;
    block.cells.forEach((row, r) => {
      row.forEach(({ link }, c) => {
        if (link === undefined) return;
        const at = cellName(block.row + r, block.column + c);
        const location = escapeAttribute(`${quotedSheetName(link.sheet)}!${link.cell}`);
        links.push(`<hyperlink ref="${at}" location="${location}"/>`);
      });
    });
  }
  return links.length === 0
    ? ''
    : `<hyperlinks>${links.slice(0, LINK_LIMIT).join('')}</hyperlinks>`;
}

function printXml(plan: SheetPlan): string {
  if (plan.print === undefined) return '';
  const orientation = plan.print.landscape ? 'landscape' : 'portrait';
  return (
    `<pageSetup paperSize="${String(A4)}" orientation="${orientation}" ` +
    `fitToWidth="${String(plan.print.pagesWide ?? 1)}" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>'
  );
}

function tablePartsXml(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const parts = ids.map((id) => `<tablePart r:id="${id}"/>`).join('');
  return `<tableParts count="${String(ids.length)}">${parts}</tableParts>`;
}
