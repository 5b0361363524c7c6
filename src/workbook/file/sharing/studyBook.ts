import {
  CellKind,
  cellText,
  findLayouts,
  KIND_MASK,
  type RawSheet,
  type RawWorkbook,
} from '../../../core';
import { SECRET_KINDS, type ColumnMappings, type SecretKind } from '../../workbook';
import { createSecretFinder, type FindSecrets, type KnownNumbers } from './findSecrets';
import { isSecret, secretKey, type Scope } from './secret';
import { planScopes, type SheetScopes } from './sheetScopes';

/** What must be hidden in a workbook, and where it stands. */
export interface BookSecrets {
  readonly known: KnownNumbers;
  readonly find: FindSecrets;
  /** By sheet name. */
  readonly scopes: ReadonlyMap<string, SheetScopes>;
  /** By sheet name: 0-based columns whose cells are masked, so that formulas over them break. */
  readonly maskedColumns: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * Learns every phone, document and account number from the columns of all sheets, the untouched
 * copies and the rows set aside included. Customer ids stay readable, also those that look like
 * such a number, unless they are known as one: a book whose customers are kept by account.
 */
export function studyBook(workbook: RawWorkbook, mappings: ColumnMappings): BookSecrets {
  // Our sheets are read like any other here: 客户汇总 is a list of customers with phones.
  const unmarked = workbook.sheets.map(withoutMark);
  const { layouts } = findLayouts({ ...workbook, sheets: unmarked }, mappings);
  const scopes = planScopes(workbook, layouts);
  const secrets = collectSecrets(workbook, scopes);
  const readable = new Set<string>();
  const idColumns = new Set<RawSheet>();
  forEachCell(workbook, scopes, (sheet, text, scope) => {
    if (scope !== 'customerId') return;
    const key = secretKey(text.replace(/[^0-9A-Za-z]/g, '').toUpperCase());
    if (secrets.has(key)) idColumns.add(sheet);
    else readable.add(key);
  });
  const known: KnownNumbers = { secrets, readable };
  return {
    known,
    find: createSecretFinder(known),
    scopes: new Map(workbook.sheets.map(({ name }, i) => [name, scopes[i] ?? NOTHING])),
    maskedColumns: new Map(
      workbook.sheets.map((sheet, i) => [
        sheet.name,
        new Set(
          [...(scopes[i]?.columns ?? [])].flatMap(([column, scope]) =>
            isSecret(scope) || (scope === 'customerId' && idColumns.has(sheet)) ? [column] : [],
          ),
        ),
      ]),
    ),
  };
}

function withoutMark(sheet: RawSheet): RawSheet {
  const { name, hidden, rowCount, columns, texts, merges, date1904 } = sheet;
  return { name, hidden, rowCount, columns, texts, merges, date1904 };
}

const NOTHING: SheetScopes = { columns: new Map(), scopeOf: () => 'text' };

function collectSecrets(
  workbook: RawWorkbook,
  scopes: readonly SheetScopes[],
): Map<string, SecretKind> {
  const find = createSecretFinder({ secrets: new Map(), readable: new Set() });
  const byKind = new Map(SECRET_KINDS.map((kind) => [kind, new Set<string>()]));
  forEachCell(workbook, scopes, (_, text, scope) => {
    if (!isSecret(scope)) return;
    for (const { value, kind } of find(text, scope)) byKind.get(kind)?.add(secretKey(value));
    // A number written in parts is known as a whole as well.
    const whole = text
      .normalize('NFKC')
      .replace(/[^0-9A-Za-z]/g, '')
      .toUpperCase();
    if (!text.includes('*') && /^\d{6,30}X?$/.test(whole)) byKind.get(scope)?.add(secretKey(whole));
  });
  const secrets = new Map<string, SecretKind>();
  for (const kind of SECRET_KINDS) {
    for (const key of byKind.get(kind) ?? []) if (!secrets.has(key)) secrets.set(key, kind);
  }
  return secrets;
}

/** The filled cells of the columns that something is known of. */
function forEachCell(
  { sheets }: RawWorkbook,
  scopes: readonly SheetScopes[],
  visit: (sheet: RawSheet, text: string, scope: Scope) => void,
): void {
  sheets.forEach((sheet, index) => {
    const known = scopes[index];
    if (known === undefined) return;
    // In 清洗记录 the scope goes by the row.
    const columns =
      sheet.mark === 'cleaningLog' ? sheet.columns.map((_, at) => at) : [...known.columns.keys()];
    for (const column of columns) {
      const cells = sheet.columns[column];
      for (let row = 0; row < sheet.rowCount; row++) {
        if (((cells?.kinds[row] ?? 0) & KIND_MASK) === CellKind.empty) continue;
        const scope = known.scopeOf(row, column);
        if (scope !== 'text' && scope !== 'figure')
          visit(sheet, cellText(sheet, cells, row), scope);
      }
    }
  });
}
