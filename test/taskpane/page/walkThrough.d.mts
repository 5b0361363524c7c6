import type { Browser, Page } from 'playwright-core';

export interface SeenScreen {
  readonly name: string;
  readonly theme: string;
  readonly page: Page;
  readonly faults: readonly string[];
}

export interface WalkOptions {
  readonly language: 'zh-CN' | 'en';
  readonly width: number;
  readonly themesOf: (name: string) => readonly string[];
}

export const THEMES: Readonly<Record<string, object>>;
export const SCREENS: readonly string[];
export function walkThrough(browser: Browser, options: WalkOptions): AsyncIterable<SeenScreen>;
export function findFaults(page: Page): Promise<readonly string[]>;
