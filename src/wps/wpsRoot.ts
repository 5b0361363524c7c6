import type { WpsApplication } from '../workbook/wps/wpsTypes';

export interface TaskPane {
  readonly ID: number;
  Visible: boolean;
  Width: number;
  DockPosition: number;
}

/** What an add-in's page finds besides the spreadsheet. */
export interface WpsRoot extends WpsApplication {
  CreateTaskPane(url: string, title?: string): TaskPane;
  /** The same in some builds. */
  CreateTaskpane(url: string, title?: string): TaskPane;
  GetTaskPane(id: string): TaskPane;
  readonly PluginStorage: {
    getItem(key: string): string | null | undefined;
    setItem(key: string, value: string): void;
    removeItem(key: string): void;
  };
}

interface WpsWindow {
  readonly Application?: WpsRoot;
  readonly wps?: { readonly EtApplication?: () => WpsRoot; readonly Application?: WpsRoot };
}

/** The spreadsheet program: newer builds at `Application`, older ones at `wps.EtApplication()`. */
export function findWpsRoot(page: object): WpsRoot | undefined {
  const { Application, wps } = page as WpsWindow;
  return Application ?? wps?.EtApplication?.() ?? wps?.Application;
}
