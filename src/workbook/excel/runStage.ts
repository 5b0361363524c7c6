import { textFormula } from '../sheetMark';
import { RUN_NAME, type RunStage } from './sheetNames';

/** Writes down how far the operation under way has got. */
export function setStage({ names }: Excel.Workbook, stage: RunStage): void {
  names.getItem(RUN_NAME).formula = `=${textFormula(stage)}`;
}
