import { hostError, property, type Member, type Members } from './bridge';
import { requireWritable } from './hostState';
import { hiddenRows, type RangeContext } from './rangeContext';
import { columnAt, formatAt, internFormat, type CellFormat } from './sheetModel';

/** Looks of a range: one value where all cells agree, null where they do not. */
export function formatMembers(context: RangeContext): Members {
  const { host, sheet, areas } = context;
  const { bridge } = host;
  const first = areas[0] ?? { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };
  return {
    NumberFormat: {
      get: () => common(context, ({ numberFormat }) => numberFormat),
      set: (value) => {
        if (typeof value !== 'string') throw hostError('one number format for the range');
        change(context, (format) => ({ ...format, numberFormat: value }));
      },
    },
    NumberFormatLocal: property(() => common(context, ({ numberFormat }) => numberFormat)),
    Interior: property(() =>
      bridge.expose('Interior', {
        Color: colorMember(context, 'fill'),
        Pattern: { set: () => undefined },
      }),
    ),
    Font: property(() =>
      bridge.expose('Font', {
        Color: colorMember(context, 'color'),
        Bold: formatMember(context, 'bold', 'boolean'),
        Italic: formatMember(context, 'italic', 'boolean'),
        Underline: formatMember(context, 'underline', 'number'),
        Size: formatMember(context, 'size', 'number'),
      }),
    ),
    HorizontalAlignment: formatMember(context, 'horizontal', 'number'),
    VerticalAlignment: formatMember(context, 'vertical', 'number'),
    WrapText: formatMember(context, 'wrap', 'boolean'),
    Borders: property(() => bordersOf(context)),
    ColumnWidth: {
      get: () => sheet.widths.get(first.firstColumn) ?? 8.43,
      set: (value) => {
        requireWritable(host, sheet);
        if (typeof value !== 'number' || value < 0 || value > 255) throw hostError('width');
        for (const area of areas) {
          for (let c = area.firstColumn; c <= area.lastColumn; c++) sheet.widths.set(c, value);
        }
      },
    },
    RowHeight: {
      get: () => sheet.heights.get(first.firstRow) ?? 14.25,
      set: (value) => {
        requireWritable(host, sheet);
        if (typeof value !== 'number' || value < 0 || value > 409) throw hostError('height');
        for (const area of areas) {
          for (let r = area.firstRow; r <= area.lastRow; r++) sheet.heights.set(r, value);
        }
      },
    },
    Hidden: hiddenRows(context, first),
    AutoFit: { call: () => undefined },
  };
}

function bordersOf(context: RangeContext): object {
  const edges = [7, 8, 9, 10];
  return context.host.bridge.expose('Borders', {
    LineStyle: borderMember(context, edges, 0),
    Weight: borderMember(context, edges, 1),
    Color: borderMember(context, edges, 2),
    Item: {
      call: (edge) => {
        if (typeof edge !== 'number' || edge < 7 || edge > 12) throw hostError('no such edge');
        return context.host.bridge.expose('Border', {
          LineStyle: borderMember(context, [edge], 0),
          Weight: borderMember(context, [edge], 1),
          Color: borderMember(context, [edge], 2),
        });
      },
    },
  });
}

function borderMember(context: RangeContext, edges: readonly number[], part: number): Member {
  return {
    get: () => common(context, ({ borders }) => borders?.[edges[0] ?? 7]?.split(' ')[part] ?? null),
    set: (value) => {
      change(context, (format) => {
        const borders = { ...format.borders };
        for (const edge of edges) {
          const parts = (borders[edge] ?? '1 2 0').split(' ');
          parts[part] = String(value);
          borders[edge] = parts.join(' ');
        }
        return { ...format, borders };
      });
    },
  };
}

function colorMember(context: RangeContext, key: 'fill' | 'color'): Member {
  return {
    get: () => common(context, (format) => format[key] ?? (key === 'fill' ? 0xffffff : 0)),
    set: (value) => {
      const isColor = typeof value === 'number' && value >= 0 && value <= 0xffffff;
      if (!isColor) throw hostError('colours are BGR numbers');
      change(context, (format) => ({ ...format, [key]: value }));
    },
  };
}

function formatMember(
  context: RangeContext,
  key: keyof CellFormat,
  type: 'boolean' | 'number',
): Member {
  return {
    get: () => common(context, (format) => format[key] ?? null),
    set: (value) => {
      if (typeof value !== type) throw hostError(`${key} takes a ${type}`);
      change(context, (format) => ({ ...format, [key]: value }));
    },
  };
}

function common({ sheet, areas }: RangeContext, read: (format: CellFormat) => unknown): unknown {
  let found: unknown;
  let isFirst = true;
  for (const area of areas) {
    for (let column = area.firstColumn; column <= area.lastColumn; column++) {
      for (let row = area.firstRow; row <= area.lastRow; row++) {
        const value = read(formatAt(sheet, row, column));
        if (isFirst) found = value;
        else if (value !== found) return null;
        isFirst = false;
      }
    }
  }
  return found;
}

function change(
  { host, sheet, areas }: RangeContext,
  edit: (format: CellFormat) => CellFormat,
): void {
  requireWritable(host, sheet);
  const changed = new Map<CellFormat, CellFormat>();
  for (const area of areas) {
    for (let column = area.firstColumn; column <= area.lastColumn; column++) {
      const { formats } = columnAt(sheet, column);
      while (formats.length < area.firstRow) formats.push(undefined);
      for (let row = area.firstRow; row <= area.lastRow; row++) {
        const old = formatAt(sheet, row, column);
        let next = changed.get(old);
        if (next === undefined) {
          next = internFormat(edit(old));
          changed.set(old, next);
        }
        formats[row] = next;
      }
    }
  }
}
