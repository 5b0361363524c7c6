import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Not best practice for whole sites: what is looked at is a pane. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
/** Stops of Fluent's that send the focus on as soon as they get it. */
const RELAYS = '[data-tabster-dummy]';

/** What axe finds wrong with what a page or its pane shows, colours included. */
export async function findViolations(page: Page): Promise<string[]> {
  const frame = page.frames()[1] ?? page.mainFrame();
  await frame.evaluate(axe.source);
  const context = JSON.stringify({ exclude: [RELAYS] });
  const options = JSON.stringify({ runOnly: STANDARDS });
  const { violations } = await frame.evaluate<axe.AxeResults>(`axe.run(${context}, ${options})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
