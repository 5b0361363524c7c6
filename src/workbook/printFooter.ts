import type { PrintPlan } from './sheetPlan';

/** A page's footer by where its parts stand. */
export interface PageFooter {
  readonly left: string;
  readonly center: string;
  readonly right: string;
}

const PAGE_NUMBERS = '&P / &N';
const PARTS = { L: 'left', C: 'center', R: 'right' } as const;

/** The parts of a footer that files hold as one text, `&L…&C…&R…`; page numbers where none is planned. */
export function splitFooter({ footer = PAGE_NUMBERS }: PrintPlan): PageFooter {
  const parts = { left: '', center: '', right: '' };
  const [first = '', ...others] = footer.split(/&(?=[LCR])/);
  parts.center = first;
  for (const text of others) parts[PARTS[text.charAt(0) as keyof typeof PARTS]] += text.slice(1);
  return parts;
}
