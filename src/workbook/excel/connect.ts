import type { Connection, ExcelHost } from './excelHost';
import { isCellEditError, translateFailure } from './translateFailure';

export interface ConnectOptions {
  /** Called when Excel begins and ceases to wait until the user has finished editing a cell. */
  readonly onCellEdit?: (isEditing: boolean) => void;
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
      if (options.onCellEdit && (await isEditingCell())) await waitForUser(options.onCellEdit);
      return await Excel.run({ delayForCellEdit: true }, batch);
    } catch (error) {
      throw translateFailure(error);
    }
  }

  async function isEditingCell(): Promise<boolean> {
    try {
      await askForName(false);
      return false;
    } catch (error) {
      if (!isCellEditError(error)) throw error;
      return true;
    }
  }

  async function waitForUser(onCellEdit: (isEditing: boolean) => void): Promise<void> {
    onCellEdit(true);
    try {
      await askForName(true);
    } finally {
      onCellEdit(false);
    }
  }

  /** The smallest request there is. */
  async function askForName(delayForCellEdit: boolean): Promise<void> {
    await Excel.run({ delayForCellEdit }, async (context) => {
      context.workbook.load('name');
      await context.sync();
    });
  }

  return { has, run };
}
