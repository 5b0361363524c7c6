/** Conditional formats of a plan as worksheet XML: rules, and Excel's extension for data bars. */
import type { ConditionalFormatPlan } from '../../../sheetPlan';
import { rangeName } from './cellReference';
import { colorOf } from './planFormat';
import type { StyleBook } from './styleBook';
import { escapeText } from './xmlText';

export interface ConditionalXml {
  /** `conditionalFormatting` elements. */
  readonly rules: string;
  /** Elements of the extension {@link BARS_URI}; empty where none is needed. */
  readonly bars: string;
}

/** The extension of a sheet that holds what a data bar of 2007 cannot say. */
export const BARS_URI = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';
const RULE_ID_URI = '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}';
const X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
const XM = 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';

/**
 * The elements of `plans`; `priority` is the highest that is taken on the sheet. A bar begins at
 * zero, so that its length is true to the number.
 */
export function conditionalXml(
  plans: readonly ConditionalFormatPlan[],
  context: { readonly prefix: string; readonly styles: StyleBook },
  priority = 0,
): ConditionalXml {
  const p = context.prefix;
  const rules: string[] = [];
  const bars: string[] = [];
  plans.forEach((plan, i) => {
    const sqref = rangeName(plan.range);
    const rank = `priority="${String(priority + i + 1)}"`;
    const open = `<${p}conditionalFormatting sqref="${sqref}">`;
    const close = `</${p}conditionalFormatting>`;
    if (plan.kind === 'formula') {
      const look = String(context.styles.conditional(plan.look));
      rules.push(
        `${open}<${p}cfRule type="expression" dxfId="${look}" ${rank}>` +
          `<${p}formula>${escapeText(plan.formula)}</${p}formula></${p}cfRule>${close}`,
      );
      return;
    }
    const id = barId(priority + i + 1);
    rules.push(
      `${open}<${p}cfRule type="dataBar" ${rank}><${p}dataBar minLength="0" maxLength="100">` +
        `<${p}cfvo type="num" val="0"/><${p}cfvo type="max"/>` +
        `<${p}color rgb="FF${colorOf(plan.color)}"/></${p}dataBar>` +
        `<${p}extLst><${p}ext ${X14} uri="${RULE_ID_URI}"><x14:id>${id}</x14:id></${p}ext>` +
        `</${p}extLst></${p}cfRule>${close}`,
    );
    bars.push(
      `<x14:conditionalFormatting ${X14} ${XM}><x14:cfRule type="dataBar" id="${id}">` +
        '<x14:dataBar minLength="0" maxLength="100" gradient="0" axisPosition="automatic">' +
        '<x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/>' +
        `<x14:negativeFillColor rgb="FF${colorOf(plan.negativeColor)}"/>` +
        '<x14:axisColor rgb="FF7F7F7F"/></x14:dataBar></x14:cfRule>' +
        `<xm:sqref>${sqref}</xm:sqref></x14:conditionalFormatting>`,
    );
  });
  return { rules: rules.join(''), bars: bars.join('') };
}

/** The extension of a sheet that has none of that kind yet. */
export function barsExtension(prefix: string, bars: string): string {
  return (
    `<${prefix}ext ${X14} uri="${BARS_URI}"><x14:conditionalFormattings>${bars}` +
    `</x14:conditionalFormattings></${prefix}ext>`
  );
}

/** Unique within a sheet, and the same for the same input. */
function barId(number: number): string {
  return `{8A6C1E52-0B5D-4D5E-9C3F-${number.toString(16).toUpperCase().padStart(12, '0')}}`;
}
