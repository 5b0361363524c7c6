import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM, ResourceLoader } from 'jsdom';
import type { ExcelHost } from '../../../src/workbook/excel/excelHost';
import { createWebHost, HOST_ORIGIN, type HostMessage } from './createWebHost';
import type { SimulatedExcel } from './createSimulatedExcel';

const DIST = path.dirname(require.resolve('@microsoft/office-js/dist/office.js'));
const PAGE = `${HOST_ORIGIN}/taskpane.html`;

/** What Microsoft's script puts into the window. */
export interface OfficeWindow {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  close(): void;
}

/** Serves Microsoft's unmodified files from the package. */
class PackageFiles extends ResourceLoader {
  override fetch(url: string) {
    const file = path.join(DIST, new URL(url).pathname.replace(/^\/office\//, ''));
    return Promise.resolve(readFileSync(file)) as ReturnType<ResourceLoader['fetch']>;
  }
}

/**
 * The whole, unmodified Office.js in a window without a browser, connected to a simulated Excel on
 * the web. Takes about half a second; a window can be used for many workbooks
 * (`excel.reset`), not for several hosts.
 */
export async function loadOfficeJs(
  excel: SimulatedExcel,
  locale: 'zh-CN' | 'en-US' = 'zh-CN',
): Promise<OfficeWindow> {
  const dom = new JSDOM('<!doctype html><head></head>', {
    url: PAGE,
    runScripts: 'dangerously',
    resources: new PackageFiles(),
    pretendToBeVisual: true,
  });
  const { window } = dom;
  const host = createWebHost(excel, locale);
  Object.defineProperty(window.document, 'domain', { value: new URL(HOST_ORIGIN).hostname });
  Object.defineProperty(window, 'opener', {
    value: {
      postMessage(text: string) {
        const reply = host.receive(JSON.parse(text) as HostMessage);
        if (reply === undefined) return;
        setImmediate(() => {
          const data = JSON.stringify(reply);
          const source = window.opener as Window;
          window.dispatchEvent(
            new window.MessageEvent('message', { data, origin: HOST_ORIGIN, source }),
          );
        });
      },
    },
  });
  window.name = host.frameName;
  const script = window.document.createElement('script');
  script.src = `${HOST_ORIGIN}/office/office.js`;
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
  });
  window.document.head.append(script);
  await loaded;
  const office = window as unknown as OfficeWindow;
  await office.Office.onReady();
  return office;
}

/** Office.js as a host with this set gives it: what it supports it learns when it is loaded. */
export function withSet({ Excel }: OfficeWindow, apiSet: number): ExcelHost {
  const isSetSupported = (_name: string, version = '1.1') =>
    Number(version.split('.')[1]) <= apiSet;
  return { Excel, Office: { context: { requirements: { isSetSupported } } } } as never;
}
