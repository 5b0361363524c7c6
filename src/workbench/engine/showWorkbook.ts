import { CellKind, KIND_MASK, type RawSheet, type RawWorkbook, type TextTable } from '../../core';
import type { WorkbookAppearance } from '../../workbook/file/appearance/readAppearance';
import type { ShownColumn, ShownSheet, ShownTexts, ShownWorkbook } from './shownWorkbook';

/** Sheets longer than this are shown by their first rows: a cell in the grid costs 80 bytes. */
const MAX_ROWS = 200_000;
const MAX_CELLS = 4_000_000;
/** Of sheets that nobody looks at unless they are shown. */
const MAX_HIDDEN_ROWS = 1000;

export interface ShowInput {
  readonly raw: RawWorkbook;
  /** Of an .xlsx, by sheet name. */
  readonly looks?: WorkbookLooks;
}

export interface WorkbookLooks {
  readonly appearance: WorkbookAppearance;
  /** Per sheet of the appearance: its name, state and the format of each cell. */
  readonly sheets: readonly {
    readonly name: string;
    readonly state: ShownSheet['visibility'];
    readonly styles: readonly Uint32Array[];
  }[];
}

/** The part of a workbook that the grid shows, in arrays of its own. */
export function showWorkbook({ raw, looks }: ShowInput): ShownWorkbook {
  const texts = createTextGatherer();
  const sheets = raw.sheets.map((sheet): ShownSheet => {
    const at = looks?.sheets.findIndex(({ name }) => name === sheet.name) ?? -1;
    const look = looks?.sheets[at];
    const appearance = looks?.appearance.sheets[at];
    const shownRows = Math.min(sheet.rowCount, rowLimit(sheet));
    const visibility = look?.state ?? (sheet.hidden ? 'hidden' : 'visible');
    const columns = sheet.columns.map(({ kinds, values }, column): ShownColumn => {
      const shown = kinds.slice(0, shownRows);
      return {
        kinds: shown,
        values: gatherValues(shown, values, texts.of(sheet.texts)),
        looks: shownLooks(look?.styles[column], shownRows),
      };
    });
    const { name, rowCount, merges, date1904 } = sheet;
    const facts = { name, visibility, rowCount, shownRows, columns, merges, date1904 };
    if (!appearance) return facts;
    const { rows } = appearance;
    const index = rows.index.slice(0, shownRows);
    return { ...facts, appearance: { ...appearance, rows: { ...rows, index } } };
  });
  const { name } = raw;
  return { name, looks: looks?.appearance.looks ?? [], texts: texts.finish(), sheets };
}

/** The buffers of a shown workbook in an engine's result, to be handed over instead of copied. */
export function buffersOf(result: unknown): ArrayBuffer[] {
  const shown = [result, (result as { shown?: unknown } | null | undefined)?.shown].find(isShown);
  return shown ? ownBuffers(shown) : [];
}

function isShown(result: unknown): result is ShownWorkbook {
  return typeof result === 'object' && result !== null && 'sheets' in result && 'texts' in result;
}

function ownBuffers({ sheets, texts }: ShownWorkbook): ArrayBuffer[] {
  const arrays = sheets.flatMap(({ columns, appearance }) => [
    ...columns.flatMap(({ kinds, values, looks }) => [kinds, values, looks]),
    ...(appearance ? [appearance.rows.index] : []),
  ]);
  const buffers = [texts.bytes, texts.starts, ...arrays].map(({ buffer }) => buffer);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

function rowLimit({ hidden, columns }: RawSheet): number {
  if (hidden) return MAX_HIDDEN_ROWS;
  return Math.min(MAX_ROWS, Math.floor(MAX_CELLS / Math.max(1, columns.length)));
}

function shownLooks(styles: Uint32Array | undefined, rows: number): ShownColumn['looks'] {
  if (!styles?.subarray(0, rows).some((style) => style !== 0)) return new Uint16Array(0);
  return Uint16Array.from(styles.subarray(0, rows));
}

type TextIndex = (index: number) => number;

function gatherValues(kinds: Uint8Array, values: Float64Array, textIndex: TextIndex): Float64Array {
  const shown = values.slice(0, kinds.length);
  for (let row = 0; row < kinds.length; row++) {
    if (((kinds[row] ?? 0) & KIND_MASK) === CellKind.text) {
      shown[row] = textIndex(shown[row] ?? 0);
    }
  }
  return shown;
}

interface TextGatherer {
  /** The index among the shown texts, by the index in a table. */
  of(table: TextTable): TextIndex;
  finish(): ShownTexts;
}

function createTextGatherer(): TextGatherer {
  const encoder = new TextEncoder();
  const places = new Map<TextTable, Int32Array>();
  let bytes = new Uint8Array(1 << 16);
  let starts = new Uint32Array(1 << 12);
  let size = 0;

  function add(text: string): number {
    const start = starts[size] ?? 0;
    // UTF-16 units take three bytes of UTF-8 at the most.
    if (start + text.length * 3 > bytes.length) {
      bytes = grown(bytes, new Uint8Array(Math.max(bytes.length * 2, start + text.length * 3)));
    }
    if (size + 2 > starts.length) starts = grown(starts, new Uint32Array(starts.length * 2));
    starts[size + 1] = start + encoder.encodeInto(text, bytes.subarray(start)).written;
    return size++;
  }

  return {
    of(table) {
      const known = places.get(table) ?? new Int32Array(table.size).fill(-1);
      places.set(table, known);
      return (index) => {
        const place = known[index] ?? -1;
        if (place >= 0) return place;
        const added = add(table.get(index));
        known[index] = added;
        return added;
      };
    },
    finish: () => ({
      bytes: bytes.slice(0, starts[size]),
      starts: starts.slice(0, size + 1),
      size,
    }),
  };
}

function grown<T extends Uint8Array | Uint32Array>(old: T, next: T): T {
  next.set(old);
  return next;
}
