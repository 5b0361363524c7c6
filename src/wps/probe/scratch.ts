import type { WpsSheet, WpsWorkbook } from '../../workbook/wps/wpsTypes';
import type { WpsRoot } from '../wpsRoot';

interface ScratchBook extends WpsWorkbook {
  Close(save: boolean): void;
}

/** What the checks ask for besides what the add-in itself uses. */
export interface ProbeRoot extends WpsRoot {
  readonly Name: string;
  readonly Version: string;
  readonly Build: string | number;
  readonly Workbooks: { Add(): ScratchBook };
}

/** An empty workbook in front, for one run of the checks. */
export interface Scratch {
  readonly root: ProbeRoot;
  readonly book: WpsWorkbook;
  readonly sheet: WpsSheet;
  /** Closes the workbook without saving it. */
  close(): void;
}

export function openScratch(root: ProbeRoot): Scratch {
  const book = root.Workbooks.Add();
  return {
    root,
    book,
    sheet: book.ActiveSheet,
    close() {
      // Asking whether to save would keep the page waiting.
      root.DisplayAlerts = false;
      try {
        book.Close(false);
      } finally {
        root.DisplayAlerts = true;
      }
    },
  };
}
