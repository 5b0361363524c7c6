import type { Connection, ExcelHost } from './excelHost';
import { isCellEditError, translateFailure } from './translateFailure';

export interface ConnectOptions {
  /** Called when Excel waits until the user has finished editing a cell. */
  readonly onCellEdit?: () => void;
}

/**
 * Opens conversations with Excel. While a cell is being edited the first request is refused: the
 * user is told, and the requests after it wait.
 */
export function connect({ Excel, Office }: ExcelHost, options: ConnectOptions = {}): Connection {
  const known = new Map<number, boolean>();
  const has = (minor: number): boolean => {
    const existing = known.get(minor);
    if (existing !== undefined) return existing;
    const { requirements } = Office.context;
    const isThere = requirements.isSetSupported('ExcelApi', `1.${String(minor)}`);
    known.set(minor, isThere);
    return isThere;
  };

  async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    try {
      if (options.onCellEdit) await tellOfCellEdit(options.onCellEdit);
      return await Excel.run({ delayForCellEdit: true }, batch);
    } catch (error) {
      throw translateFailure(error);
    }
  }

  async function tellOfCellEdit(onCellEdit: () => void): Promise<void> {
    try {
      await Excel.run({ delayForCellEdit: false }, async (context) => {
        context.workbook.load('name');
        await context.sync();
      });
    } catch (error) {
      if (!isCellEditError(error)) throw error;
      onCellEdit();
    }
  }

  return { has, run };
}
