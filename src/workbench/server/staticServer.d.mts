export const SITE: string;
export function serveSite(
  port: number,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
