import {
  CLEANING_RULES,
  EditKind,
  type CleaningEntry,
  type CleaningLog,
  type CleaningRule,
} from '../analysis';
import { cellText, numberText } from '../columns/cellText';
import { FORMULA_FLAG } from '../columns/rawWorkbook';
import type { FinishedPass } from './cleanCells';
import { isoDay, toDay } from './parseDay';

/** The log of what the passes found: all counted, the first `cap` changes listed row by row. */
export function listChanges(
  passes: readonly FinishedPass[],
  reason: Uint8Array,
  cap: number,
): CleaningLog {
  const counts = countRules(passes, reason);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const entries: CleaningEntry[] = [];
  for (const ledger of new Set(passes.map((pass) => pass.ledger))) {
    const columns = passes.filter((pass) => pass.ledger === ledger);
    for (let i = 0; i < ledger.rowCount && entries.length < cap; i++) {
      if (reason[ledger.offset + i] !== 0) continue;
      for (const pass of columns) listCell(pass, i, entries);
    }
  }
  return { counts, total, entries: entries.slice(0, cap) };
}

function countRules(
  passes: readonly FinishedPass[],
  reason: Uint8Array,
): Map<CleaningRule, number> {
  const found = new Float64Array(CLEANING_RULES.length + 1);
  let formulas = 0;
  for (const { rules, source, ledger } of passes) {
    for (let i = 0; i < ledger.rowCount; i++) {
      const code = rules[i] ?? 0;
      found[code] = (found[code] ?? 0) + 1;
      const isFormula = ((source.kinds[ledger.firstRow + i] ?? 0) & FORMULA_FLAG) !== 0;
      if (isFormula && reason[ledger.offset + i] === 0) formulas++;
    }
  }
  const counts = new Map<CleaningRule, number>();
  CLEANING_RULES.forEach((rule, index) => {
    const count = (found[index + 1] ?? 0) + (rule === 'formula.toValue' ? formulas : 0);
    if (count > 0) counts.set(rule, count);
  });
  return counts;
}

/** Adds what happened to a cell: nothing, a change, or a formula that became its value. */
function listCell(pass: FinishedPass, i: number, entries: CleaningEntry[]): void {
  const { ledger, raw, source, index } = pass;
  const row = ledger.firstRow + i;
  const code = pass.rules[i] ?? 0;
  const isFormula = ((source.kinds[row] ?? 0) & FORMULA_FLAG) !== 0;
  if (code === 0 && !isFormula) return;
  const sheet = ledger.layout.name;
  const before = cellText(raw, source, row);
  if (isFormula) {
    entries.push({ sheet, row, column: index, rule: 'formula.toValue', before, after: before });
  }
  const rule = CLEANING_RULES[code - 1];
  if (!rule) return;
  entries.push({
    sheet,
    row,
    column: index,
    rule,
    before,
    after: textAfter(pass, i, rule, before),
  });
}

function textAfter(pass: FinishedPass, i: number, rule: CleaningRule, before: string): string {
  const value = pass.values[i] ?? 0;
  switch (pass.kinds[i]) {
    case EditKind.text:
      return pass.texts[value] ?? '';
    case EditKind.number:
      return numberText(value);
    case EditKind.date:
      return isoDay(toDay(value, pass.raw.date1904));
    case EditKind.keep:
      return rule === 'date.unreadable' ? '' : before;
    default:
      return '';
  }
}
