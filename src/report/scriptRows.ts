/** Lines of one customer on 话术: a head, seven steps, WeChat request and message, guidance, a gap. */
export const SCRIPT_LINES = [
  'head',
  'step1',
  'step2',
  'step3',
  'step4',
  'step5',
  'step6',
  'step7',
  'weChatRequest',
  'firstMessage',
  'guidance',
  'gap',
] as const;
export type ScriptLine = (typeof SCRIPT_LINES)[number];

/** 0-based row of the first customer's head: title, hint and notices stand above. */
export const FIRST_SCRIPT_ROW = 3;

/** 0-based row of the head of the customer at `index` of the call list. */
export function scriptHeadRow(index: number): number {
  return FIRST_SCRIPT_ROW + index * SCRIPT_LINES.length;
}
