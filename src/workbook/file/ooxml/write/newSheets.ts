import type { ChartPlan, SheetPlan } from '../../../sheetPlan';
import { parseContentTypes } from '../contentTypes';
import type { PartNames } from './partNames';
import { nameTable, tableFacts, type NewTable } from './tableParts';
import type { PackageInput, WorkbookParts } from './workbookParts';
import type { NewTab } from './workbookXml';
import { attributeOf, findElements } from './xmlTags';

/** A sheet of the plan with the parts it gets. */
export interface NewSheet {
  readonly plan: SheetPlan;
  readonly path: string;
  readonly relationshipId: string;
  readonly tables: readonly (NewTable & { readonly path: string })[];
  /** Paths of the parts for its charts, where it has some. */
  readonly drawing: { readonly path: string; readonly charts: readonly string[] } | undefined;
  /** Whether it is the tab that the workbook opens with. */
  readonly selected: boolean;
}

/** Names and the highest id of tables that stay, and names that a table cannot have. */
export async function readTables(
  parts: WorkbookParts,
  contentTypesXml: string,
  workbookXml: string,
  removed: ReadonlySet<string>,
): Promise<{ readonly names: Set<string>; readonly lastId: number }> {
  const types = parseContentTypes(contentTypesXml, '[Content_Types].xml');
  const names = new Set<string>();
  let lastId = 0;
  for (const name of parts.names) {
    if (removed.has(name) || !types.typeOf(name).endsWith('.table+xml')) continue;
    const facts = tableFacts(await parts.readXml(name));
    lastId = Math.max(lastId, facts.id);
    for (const tableName of facts.names) names.add(tableName.toLowerCase());
  }
  for (const defined of findElements(workbookXml, 'definedName', 0, workbookXml.length)) {
    names.add((attributeOf(workbookXml, defined, 'name') ?? '').toLowerCase());
  }
  return { names, lastId };
}

/** The sheets of the plan with free names and ids for their parts. */
export function placeSheets(
  { plan }: PackageInput,
  options: {
    readonly names: PartNames;
    readonly nextId: () => string;
    readonly activate: boolean;
    readonly tables: { readonly names: Set<string>; readonly lastId: number };
  },
): NewSheet[] {
  const { names, nextId, activate } = options;
  let tableId = options.tables.lastId;
  return plan.sheets.map((sheet, index) => ({
    plan: sheet,
    path: names.next('worksheets/sheet'),
    relationshipId: nextId(),
    tables: sheet.tables.map((table) => ({
      ...nameTable(table, ++tableId, options.tables.names),
      path: names.next('tables/table'),
    })),
    drawing: placeCharts(sheet.charts ?? [], names),
    selected: activate && index === 0,
  }));
}

function placeCharts(charts: readonly ChartPlan[], names: PartNames): NewSheet['drawing'] {
  if (charts.length === 0) return undefined;
  const path = names.next('drawings/drawing');
  return { path, charts: charts.map(() => names.next('charts/chart')) };
}

/** A sheet as workbook.xml lists it. */
export function tabOf({ plan, relationshipId }: NewSheet): NewTab {
  const { name, role, print, visibility } = plan;
  return {
    name,
    role,
    relationshipId,
    ...(print === undefined ? {} : { print }),
    ...(visibility === undefined ? {} : { visibility }),
  };
}
