import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const XLSX = createRequire(import.meta.url)('@e965/xlsx');

/** The cells whose formulas LibreOffice computes otherwise than the workbook's cached values say. */
export function compareFormulas(ours, recalculated) {
  const [written, computed] = [ours, recalculated].map((path) =>
    XLSX.read(readFileSync(path), { cellFormula: true, cellText: false }),
  );
  const differences = [];
  let count = 0;
  for (const name of written.SheetNames) {
    const sheet = written.Sheets[name];
    for (const [at, cell] of Object.entries(sheet)) {
      if (cell?.f === undefined) continue;
      count++;
      const other = computed.Sheets[name]?.[at];
      if (!isSame(cell.v, other?.v)) {
        differences.push(
          `${name}!${at} =${cell.f}: ${String(cell.v)}, LibreOffice ${String(other?.v)}`,
        );
      }
    }
  }
  return { count, differences };
}

function isSame(ours, theirs) {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
  }
  return (ours ?? '') === (theirs ?? '');
}
