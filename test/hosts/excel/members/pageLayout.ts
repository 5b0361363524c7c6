import type { Sheet } from '../book';
import { defineType, part, settingsType } from './hostType';

const headerFooterType = settingsType('HeaderFooter', ['centerFooter', 'leftFooter']);
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
    setPrintTitleRows: ({ page }, [rows]) => {
      page.titleRows = rows;
    },
    setPrintTitleColumns: ({ page }, [columns]) => {
      page.titleColumns = columns;
    },
  },
});
