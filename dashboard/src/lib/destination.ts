/** Where an export goes; nothing of it is kept unless it is complete. */
export type Destination = WritableStream<Uint8Array<ArrayBuffer>>;

interface FilePicker {
  showSaveFilePicker?: (options: {
    suggestedName: string;
  }) => Promise<{ createWritable: () => Promise<Destination> }>;
}

/** Kept in memory until complete: browsers without a file picker take a file only as a whole. */
function download(name: string, type: string): Destination {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  return new WritableStream({
    write: (part) => {
      parts.push(part);
    },
    close: () => {
      const address = URL.createObjectURL(new Blob(parts, { type }));
      Object.assign(document.createElement('a'), { href: address, download: name }).click();
      // The click has only begun the download.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
  });
}

/** A file the reader chooses, written as it comes; where there is no such choice, a download. */
export async function destinationFor(name: string, type: string): Promise<Destination> {
  const { showSaveFilePicker } = window as FilePicker;
  if (showSaveFilePicker === undefined) {
    return download(name, type);
  }
  const file = await showSaveFilePicker.call(window, { suggestedName: name });
  return file.createWritable();
}
