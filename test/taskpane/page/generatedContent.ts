import type { CellContent, WorkbookContent } from '../../../src/workbook/memory/workbookContent';
import {
  createLedger,
  CUSTOMERS_HEADER,
  LEDGER_HEADER,
  type GeneratedCell,
} from '../../performance/ledger/ledgerRows.mjs';

/** A generated ledger with its customer list, as a workbook in memory. */
export function generatedContent(rows: number): WorkbookContent {
  const ledger = createLedger({ rows, seed: 7 });
  const plain = (cells: readonly GeneratedCell[]): CellContent[] =>
    cells.map((cell) => {
      if (cell === undefined || cell === null) return null;
      return typeof cell === 'object' ? { date: cell.serial } : cell;
    });
  return {
    name: '存款明细20251130.xlsx',
    sheets: [
      {
        name: '存款明细',
        rows: [
          ['存款账户明细表'],
          ['数据日期：2025-11-30', null, null, '单位：元'],
          [],
          LEDGER_HEADER,
          ...Array.from(ledger.ledgerRows(), plain),
        ],
      },
      { name: '客户清单', rows: [CUSTOMERS_HEADER, ...Array.from(ledger.customerRows(), plain)] },
    ],
  };
}
