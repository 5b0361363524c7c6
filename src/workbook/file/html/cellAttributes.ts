import { isDateFormat } from '../../dateFormat';
import { NAMED_DATE_FORMAT } from './excelValues';
import { decodeHtmlEntities } from './htmlText';

/** What the attributes of a `<td>` say about its cell. */
export interface CellAttributes {
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** `text` where the format or `x:str` says so; `number` for `x:num`; else nothing is known. */
  readonly type: 'text' | 'number' | 'boolean' | 'error' | undefined;
  /** The value of `x:num`, `x:bool` or `x:err`; empty where the text is the value. */
  readonly value: string;
  readonly isDate: boolean;
  readonly isFormula: boolean;
}

/** Limits of the HTML standard, which also bound what a hostile file can ask for. */
const MAX_COLUMN_SPAN = 1000;
const MAX_ROW_SPAN = 65_534;

const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/g;
const NUMBER_FORMAT = /mso-number-format\s*:\s*(?:"([^"]*)"|'([^']*)'|([^;]*))/i;
const CSS_CLASS = /\.([\w-]+)[^{}]*\{([^}]*)\}/g;

/** Reads the attributes of cells; number formats may stand in a style sheet, by class. */
export interface CellAttributesReader {
  addStyles(css: string): void;
  read(attributes: string): CellAttributes;
}

export function createCellAttributesReader(): CellAttributesReader {
  const formatByClass = new Map<string, string>();
  const known = new Map<string, CellAttributes>();
  /** Most cells say the same as the one before. */
  let last = { raw: '', attributes: parse('') };

  function parse(raw: string): CellAttributes {
    const attributes = parseAttributes(raw);
    const format =
      numberFormat(attributes.get('style') ?? '') ??
      (attributes.get('class') ?? '')
        .split(/\s+/)
        .map((name) => formatByClass.get(name.toLowerCase()))
        .find((found) => found !== undefined);
    const isText = format === '@' || attributes.has('x:str');
    const valued = (['num', 'bool', 'err'] as const).find((name) => attributes.has(`x:${name}`));
    return {
      columnSpan: span(attributes.get('colspan'), MAX_COLUMN_SPAN),
      rowSpan: span(attributes.get('rowspan'), MAX_ROW_SPAN),
      type: isText ? 'text' : valued && TYPES[valued],
      value: (valued && attributes.get(`x:${valued}`)) ?? '',
      isDate: format !== undefined && (NAMED_DATE_FORMAT.test(format) || isDateFormat(format)),
      isFormula: attributes.has('x:fmla'),
    };
  }

  return {
    addStyles(css) {
      for (const [, name, body] of css.matchAll(CSS_CLASS)) {
        const format = numberFormat(body ?? '');
        if (name !== undefined && format !== undefined) {
          formatByClass.set(name.toLowerCase(), format);
        }
      }
      known.clear();
      last = { raw: '', attributes: parse('') };
    },
    read(raw) {
      if (raw === last.raw) return last.attributes;
      let attributes = known.get(raw);
      if (attributes === undefined) {
        attributes = parse(raw);
        if (known.size < 1000) known.set(raw, attributes);
      }
      last = { raw, attributes };
      return attributes;
    },
  };
}

const TYPES = { num: 'number', bool: 'boolean', err: 'error' } as const;

function parseAttributes(raw: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of raw.matchAll(ATTRIBUTE)) {
    const lower = name.toLowerCase();
    if (attributes.has(lower)) continue;
    attributes.set(lower, decodeHtmlEntities(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

function span(text: string | undefined, limit: number): number {
  const value = /^\s*(\d{1,9})/.exec(text ?? '')?.[1];
  return Math.min(limit, Math.max(1, Number(value ?? 1)));
}

/** Excel's number format code in a style, CSS escapes (`\@`, `\0022`) taken away. */
function numberFormat(style: string): string | undefined {
  const match = NUMBER_FORMAT.exec(style);
  const code = match?.[1] ?? match?.[2] ?? match?.[3];
  return code
    ?.replace(/\\(?:([0-9a-f]{4}) ?|(.))/gi, (_, hex?: string, character?: string) =>
      hex === undefined ? (character ?? '') : String.fromCharCode(parseInt(hex, 16)),
    )
    .trim();
}
