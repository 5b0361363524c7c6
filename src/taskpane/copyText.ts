/**
 * Puts a text on the clipboard; resolves with false where the host does not let us. Panes in older
 * hosts have no clipboard of their own: the old command works there.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- all that these hosts have
    return document.execCommand('copy');
  } finally {
    area.remove();
  }
}
