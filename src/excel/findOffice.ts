/** What the pane runs in. */
export interface FoundOffice {
  readonly kind:
    | 'excel'
    /** Microsoft's script did not load. */
    | 'scriptMissing'
    /** It loaded, and Office does not answer. */
    | 'silent'
    /** The page is open in a browser, or in another program of Office. */
    | 'outside'
    /** This Excel lacks ExcelApi 1.7. */
    | 'tooOld';
}

const PATIENCE_MS = 20_000;

/** Waits for Office and says what is there. */
export async function findOffice(): Promise<FoundOffice> {
  if (!('Office' in globalThis)) return { kind: 'scriptMissing' };
  const info = await Promise.race([Office.onReady(), silence()]);
  if (info === undefined) return { kind: 'silent' };
  // Outside any host Office has no requirements to ask, and there is no `Excel`.
  if (info.host !== Office.HostType.Excel || !('Excel' in globalThis)) return { kind: 'outside' };
  const isRecent = Office.context.requirements.isSetSupported('ExcelApi', '1.7');
  return { kind: isRecent ? 'excel' : 'tooOld' };
}

function silence(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS, undefined);
  });
}
