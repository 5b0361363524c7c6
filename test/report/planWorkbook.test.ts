import { buildReport } from './buildAnalysis';
import { dumpSheet } from './dumpSheet';
import { expectGolden } from './expectGolden';
import { SAMPLE_WORKBOOK } from './handoverSample';

describe('The sheets of a small handover (SPEC 10)', () => {
  const languages = ['zh-CN', 'en'] as const;
  describe.each(languages)('in %s', (language) => {
    const { sheets } = buildReport(SAMPLE_WORKBOOK, { language });
    test.each(sheets.map((sheet) => [sheet.role, sheet] as const))('%s', (role, sheet) => {
      expectGolden(`${language}/${role}.txt`, dumpSheet(sheet));
    });
  });
});
