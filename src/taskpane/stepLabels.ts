import type { Messages } from '../messages';

/** What the seven steps of a call are called, in their order. */
export function stepLabels({ report }: Messages): readonly string[] {
  const { step1, step2, step3, step4, step5, step6, step7 } = report.scripts.lines;
  return [step1, step2, step3, step4, step5, step6, step7];
}
