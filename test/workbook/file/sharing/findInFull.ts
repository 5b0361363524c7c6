import { unzip } from '../ooxml-write/memory';

/**
 * Where one of `numbers` stands in full in a package: every inflated part, its tags taken out so
 * that runs join, or parted so that cells do not; whatever is written between the digits, in
 * whatever width, as a number or in exponent form. Shares nothing with the code under test.
 */
export function findInFull(bytes: Uint8Array, numbers: readonly string[]): string[] {
  const known = new Set(numbers);
  const lengths = [...new Set(numbers.map(({ length }) => length))];
  const found: string[] = [];
  for (const [name, { text }] of unzip(bytes)) {
    const decoded = `${name}\n${text}`.replace(
      /&#(x?)([0-9a-f]+);/gi,
      (_, hex: string, code: string) => String.fromCodePoint(parseInt(code, hex === '' ? 10 : 16)),
    );
    const attributes = [...decoded.matchAll(/="([^"]*)"/g)].map((match) => match[1]).join('\n');
    const views = [
      decoded,
      decoded.replace(/<[^>]*>/g, '\n'),
      decoded.replace(/<\/?(?:\w+:)?(?:r|t|rPr|b|i|sz|color|rFont|font|span)\b[^>]*>/g, ''),
      attributes,
    ].map((view) => view.normalize('NFKC').toUpperCase());
    const digits = views.flatMap((view) => [
      view.replace(/[\s\u200b\-_()./,'·]+(?=[\dX])/g, ''),
      view.replace(/[ \u00a0\u200b\-_()./,'·]+(?=[\dX])/g, ''),
      [...view.matchAll(/\d(?:\.\d+)?E\+?\d+/g)].map(([form]) => plain(Number(form))).join('\n'),
    ]);
    const inFull = [...views, ...digits].flatMap((view) => findNumbers(view, known, lengths));
    for (const number of new Set(inFull)) found.push(`${name}: ${number}`);
  }
  return found;
}

function plain(number: number): string {
  return Number.isSafeInteger(number) ? String(number) : '';
}

/** Every known number that stands anywhere in a text. */
function findNumbers(
  text: string,
  known: ReadonlySet<string>,
  lengths: readonly number[],
): string[] {
  return [...text.matchAll(/\d[\dX]{4,}/g)].flatMap(([run]) =>
    lengths.flatMap((length) => {
      const starts = Array.from({ length: Math.max(0, run.length - length + 1) }, (_, at) => at);
      return starts.map((at) => run.slice(at, at + length)).filter((part) => known.has(part));
    }),
  );
}
