const STEPS = ['analyze', 'customers', 'call', 'restore', 'diagnostics'] as const;

/** What the ribbon's buttons begin with; the pane's own page without a button has no step. */
export type RibbonStep = (typeof STEPS)[number];

/** The step named in a page's address, `?step=call`. */
export function readRibbonStep(search: string): RibbonStep | undefined {
  const wanted = new URLSearchParams(search).get('step');
  return STEPS.find((step) => step === wanted);
}
