import type { NamedFile } from '../engine/engine';

interface SavePicker {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/**
 * Saves a file where the user wants it: at a place that she chooses where the browser lets her,
 * else among the downloads. False where she thought better of it.
 */
export async function saveFile({ name, file }: NamedFile): Promise<boolean> {
  const { showSaveFilePicker } = window as SavePicker;
  if (!showSaveFilePicker) {
    download(name, file);
    return true;
  }
  let handle: FileSystemFileHandle;
  try {
    handle = await showSaveFilePicker({ suggestedName: name });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    // Not allowed here, for instance within a frame.
    download(name, file);
    return true;
  }
  // What is written appears under its name only when it is whole.
  await file.stream().pipeTo(await handle.createWritable());
  return true;
}

function download(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun when the click returns, but reads on.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
