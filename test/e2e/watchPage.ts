import type { Page } from 'playwright-core';

/** What must not happen: each list stays empty. */
export interface Watch {
  /** Addresses asked for outside the page's own origin. */
  readonly foreignRequests: readonly string[];
  /** What the content security policy refused. */
  readonly refusals: readonly string[];
  /** Errors of scripts, caught or not. */
  readonly errors: readonly string[];
}

/** Watches a page and its workers from before their first script on. */
export async function watchPage(page: Page, url: string): Promise<Watch> {
  const foreignRequests: string[] = [];
  const refusals: string[] = [];
  const errors: string[] = [];
  const origin = new URL(url).origin;
  page.context().on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== 'data:' && asked !== origin) foreignRequests.push(request.url());
  });
  page.on('websocket', (socket) => foreignRequests.push(socket.url()));
  page.on('pageerror', (error) => {
    errors.push(error.message);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    (/content security policy/i.test(text) ? refusals : errors).push(text);
  });
  await page.exposeFunction('reportRefusal', (refusal: string) => {
    refusals.push(refusal);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { reportRefusal } = window as unknown as Record<string, (text: string) => void>;
      reportRefusal?.(`${violatedDirective} ${blockedURI}`);
    });
  });
  return { foreignRequests, refusals, errors };
}

export const NOTHING: Watch = { foreignRequests: [], refusals: [], errors: [] };
