import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import { LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionsEnglish from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionsChinese from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnglish from '@univerjs/preset-sheets-core/locales/en-US';
import coreChinese from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationEnglish from '@univerjs/preset-sheets-data-validation/locales/en-US';
import validationChinese from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterEnglish from '@univerjs/preset-sheets-filter/locales/en-US';
import filterChinese from '@univerjs/preset-sheets-filter/locales/zh-CN';

export type GridLanguage = 'zh-CN' | 'en';

export const LOCALES = { 'zh-CN': LocaleType.ZH_CN, en: LocaleType.EN_US } as const;

export interface UniverOptions {
  readonly language: GridLanguage;
  readonly dark: boolean;
}

/** The spreadsheet component in `container`, with the plugins that a handover workbook needs. */
export function createUniver(container: HTMLElement, { language, dark }: UniverOptions) {
  const univer = new Univer({
    darkMode: dark,
    locale: LOCALES[language],
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(
        coreChinese,
        validationChinese,
        filterChinese,
        conditionsChinese,
      ),
      [LocaleType.EN_US]: mergeLocales(
        coreEnglish,
        validationEnglish,
        filterEnglish,
        conditionsEnglish,
      ),
    },
    logLevel: LogLevel.SILENT,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: false,
      toolbar: false,
      contextMenu: false,
      footer: {
        sheetBar: true,
        addSheetButtonConfig: { show: false },
        statisticBar: false,
        menus: false,
        zoomSlider: true,
      },
      disableAutoFocus: true,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
      // The file holds the values that its formulas have.
      formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
    }),
    UniverSheetsDataValidationPreset(),
    UniverSheetsFilterPreset(),
    UniverSheetsConditionalFormattingPreset(),
  ];
  for (const entry of presets.flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(entry)) univer.registerPlugin(entry[0], entry[1]);
    else univer.registerPlugin(entry);
  }
  return { univer, api: FUniver.newAPI(univer) };
}
