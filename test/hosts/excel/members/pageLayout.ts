import type { Sheet } from '../book';
import { defineType, part, settingsType } from './hostType';

const headerFooterType = settingsType('HeaderFooter', [
  ...['leftFooter', 'centerFooter', 'rightFooter'],
]);
const groupType = settingsType('HeaderFooterGroup', [], {
  defaultForAllPages: part(headerFooterType, 'footer'),
});

export const pageLayoutType = defineType<Sheet>({
  name: 'PageLayout',
  get: {
    headersFooters: ({ page }) => groupType.of({ values: page, path: '' }),
  },
  set: Object.fromEntries(
    ['orientation', 'paperSize', 'zoom', 'centerHorizontally'].map((member) => [
      member,
      ({ page }: Sheet, value: unknown) => {
        page[member] = value;
      },
    ]),
  ),
  call: {
    setPrintArea: ({ page }, [area]) => {
      page.area = area;
    },
    setPrintTitleRows: ({ page }, [rows]) => {
      page.titleRows = rows;
    },
    setPrintTitleColumns: ({ page }, [columns]) => {
      page.titleColumns = columns;
    },
  },
});
