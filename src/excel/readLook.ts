import type { Language } from '../messages';
import type { PaneTheme } from '../taskpane/paneHost';

/** Chinese but for those who see Excel, or outside Excel their browser, in another language. */
export function readLanguage(displayLanguage: string): Language {
  return /^zh/i.test(displayLanguage) ? 'zh-CN' : 'en';
}

/** Office 2019 tells no theme; one that is told is dark if its background is. */
export function readTheme(backgroundColor: string | undefined): PaneTheme {
  if (window.matchMedia('(forced-colors: active)').matches) return 'highContrast';
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(backgroundColor ?? '#FFFFFF');
  if (hex === null) return 'light';
  const light = hex.slice(1).reduce((sum, part) => sum + Number.parseInt(part, 16), 0);
  return light < 3 * 128 ? 'dark' : 'light';
}
