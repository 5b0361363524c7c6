import { forEachCell, GENERAL, putCell, withFormat, type Format } from '../book';
import { HostError } from '../hostError';
import { defineType } from './hostType';
import { checkUnprotected, type Range } from './rangeArea';

const change =
  (patch: (value: unknown) => Partial<Format>) =>
  (range: Range, value: unknown): void => {
    applyFormat(range, patch(value));
  };

function applyFormat({ sheet, area }: Range, patch: Partial<Format>): void {
  checkUnprotected(sheet);
  const changed = new Map<Format, Format>();
  forEachCell(sheet, area, (row, column, cell) => {
    const before = cell?.format ?? GENERAL;
    const format = changed.get(before) ?? withFormat(before, patch);
    changed.set(before, format);
    putCell(sheet, row, column, { ...(cell ?? { value: '' }), format });
  });
}

/** What all cells of the area have in common; `null` where they differ. */
const shared =
  (pick: (format: Format) => unknown) =>
  ({ sheet, area }: Range): unknown => {
    const values = new Set<unknown>();
    forEachCell(sheet, area, (_row, _column, cell) => values.add(pick(cell?.format ?? GENERAL)));
    return values.size === 1 ? [...values][0] : null;
  };

export const rangeFormatType = defineType<Range>({
  name: 'RangeFormat',
  get: {
    fill: (range) => rangeFillType.of(range),
    font: (range) => rangeFontType.of(range),
    borders: (range) => bordersType.of(range),
    horizontalAlignment: shared(({ horizontal }) => horizontal ?? 'General'),
    verticalAlignment: shared(({ vertical }) => vertical ?? 'Bottom'),
    wrapText: shared(({ wrap }) => wrap ?? false),
    columnWidth: ({ sheet, area }) => sheet.columnWidths.get(area.firstColumn) ?? 48,
  },
  set: {
    horizontalAlignment: change((value) => ({ horizontal: String(value) })),
    verticalAlignment: change((value) => ({ vertical: String(value) })),
    wrapText: change((value) => ({ wrap: value === true })),
    columnWidth: ({ sheet, area }, value) => {
      for (let column = area.firstColumn; column <= area.lastColumn; column++) {
        sheet.columnWidths.set(column, Number(value));
      }
    },
    rowHeight: ({ sheet, area }, value) => {
      for (let row = area.firstRow; row <= area.lastRow; row++) {
        sheet.rowHeights.set(row, Number(value));
      }
    },
  },
});

const rangeFillType = defineType<Range>({
  name: 'RangeFill',
  get: { color: shared(({ fill }) => fill ?? '#FFFFFF') },
  set: { color: change((value) => ({ fill: colorOf(value) })) },
});

const rangeFontType = defineType<Range>({
  name: 'RangeFont',
  get: {
    color: shared(({ color }) => color ?? '#000000'),
    bold: shared(({ bold }) => bold ?? false),
    size: shared(({ size }) => size ?? 11),
  },
  set: {
    bold: change((value) => ({ bold: value === true })),
    italic: change((value) => ({ italic: value === true })),
    color: change((value) => ({ color: colorOf(value) })),
    size: change((value) => ({ size: Number(value) })),
    underline: (_range, value) => {
      if (value !== 'None' && value !== 'Single') throw new HostError('InvalidArgument');
    },
  },
});

const EDGES = new Set([
  ...['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'],
  ...['InsideVertical', 'InsideHorizontal'],
]);

const bordersType = defineType<Range>({
  name: 'RangeBorderCollection',
  call: {},
  item: (range, key) => {
    if (!EDGES.has(String(key))) throw new HostError('InvalidArgument', `edge ${String(key)}`);
    return borderType.of(range);
  },
});

const borderType = defineType<Range>({
  name: 'RangeBorder',
  get: {
    style: shared(({ borders }) => (borders === undefined ? 'None' : 'Continuous')),
    color: shared(({ borders = '' }) => /#\w+/.exec(borders)?.[0] ?? '#000000'),
    weight: () => 'Thin',
  },
  set: {
    style: change((value) => ({ borders: String(value) })),
    color: change((value) => ({ borders: `Continuous ${colorOf(value)}` })),
    weight: () => undefined,
  },
});

function colorOf(value: unknown): string {
  if (typeof value !== 'string' || !/^#[0-9A-F]{6}$/i.test(value)) {
    throw new HostError('InvalidArgument', `colour ${String(value)}`);
  }
  return value.toUpperCase();
}
