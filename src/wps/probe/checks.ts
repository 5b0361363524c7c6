import type { Messages } from '../../messages';
import { cellChecks } from './cellChecks';
import { lookChecks } from './lookChecks';
import { programChecks } from './programChecks';
import type { Scratch } from './scratch';
import { sheetChecks } from './sheetChecks';
import { tryWholeWay } from './tryWholeWay';

export type CheckName = keyof Messages['probe']['checks'];

export interface Check {
  readonly name: Exclude<CheckName, 'workbook'>;
  /** The add-in has a substitute where this is missing. */
  readonly isOptional?: boolean;
  /** What was found, for the report; throws where it is not what the add-in needs. */
  readonly run: (scratch: Scratch) => string | Promise<string>;
}

/** In the order in which they run: later ones stand on earlier ones. */
export const CHECKS: readonly Check[] = [
  ...programChecks,
  ...cellChecks,
  ...sheetChecks,
  ...lookChecks,
  { name: 'whole', run: tryWholeWay },
];
