import { analyzeHandover, DEFAULT_SETTINGS, type Settings } from '../../../src/core';
import { viewAnalysis } from '../../../src/app/pane/viewAnalysis';
import type { PaneAnalysis } from '../../../src/app/pane/paneAnalysis';
import { SAMPLE_ROWS } from '../../report/handoverSample';
import { buildWorkbook } from '../../report/buildWorkbook';

/** The view of the small sample's analysis. */
export function viewSample(settings: Partial<Settings> = {}): PaneAnalysis {
  const result = analyzeHandover(buildWorkbook({ 明细: SAMPLE_ROWS }), {
    ...DEFAULT_SETTINGS,
    today: 45991,
    ...settings,
  });
  if (!result.ok) throw new Error(result.problem.code);
  return viewAnalysis(result.analysis);
}
