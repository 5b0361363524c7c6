/** The only door of the core. */
export {
  CellKind,
  ERROR_TEXTS,
  FORMULA_FLAG,
  KIND_MASK,
  SHARING_MARK,
  type CellColumn,
  type CellKindCode,
  type CellRange,
  type RawSheet,
  type RawWorkbook,
  type TextTable,
} from './columns/rawWorkbook';
export { FIELDS, type Field } from './columns/fields';
export { analyzeHandover, type AnalysisResult } from './analyzeHandover';
export { findLayouts, type FoundLayouts } from './findLayouts';
export {
  weighLayout,
  type ColumnPreview,
  type FieldDoubt,
  type FieldEvidence,
  type LayoutEvidence,
} from './columns/weighLayout';
export { columnIndex, columnLetter } from './columns/columnLetter';
export { cellText, numberText } from './columns/cellText';
export { civilOf, dayOf, isoDay, parseDay, UNREADABLE_DAY } from './cleaning/parseDay';
export {
  EditKind,
  NAME_SOURCES,
  NO_DAY,
  PRIORITIES,
  SET_ASIDE_REASONS,
  STANCES,
  TRENDS,
  VALUE_CLASSES,
  type Analysis,
  type CellEdits,
  type EditValues,
  type CleaningEntry,
  type CleaningLog,
  type CleaningRule,
  type ControlTotal,
  type Customers,
  type Exchange,
  type LedgerRows,
  type Manager,
  type NameSource,
  type Priority,
  type SetAsideReason,
  type SheetLayout,
  type Stance,
  type IdColumn,
  type TextColumn,
  type Totals,
  type Trend,
  type ValueClass,
} from './analysis';
export { type Problem, type ProblemCode } from './problems';
export { type Reason } from './reasons';
export { DEFAULT_SETTINGS, type Settings } from './settings';
export { findOtherManagers, findReasons, sortParts } from './findReasons';
export {
  createScriptWriter,
  planScripts,
  type Script,
  type ScriptOptions,
  type ScriptPlan,
} from './scripts/planScripts';
export { DEFAULT_SCRIPT_SETTINGS, type ScriptSettings } from './scripts/scriptSettings';
export {
  SCRIPT_CASES,
  SCRIPT_FACTS,
  type Gender,
  type ScriptCase,
  type ScriptFact,
  type ScriptTemplate,
  type ScriptTemplates,
  type TemplateChoices,
  type ScriptWords,
} from './scripts/scriptTemplates';
export { findPlaceholders, parseTemplate } from './scripts/fillTemplate';
export { idKey } from './cleaning/cleanText';
