import { destinationFor } from './destination';

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * Streams an answer into a file. The token goes with the request, so a plain link would not do. Rejects
 * with the AbortError of a reader who chooses no file.
 */
export async function saveStream(
  name: string,
  type: string,
  ask: () => Promise<Bytes>,
  signal?: AbortSignal,
): Promise<void> {
  // Before the request: a file may be chosen only right after the click.
  const destination = await destinationFor(name, type);
  const stream = await ask().catch(async (error: unknown) => {
    await destination.abort();
    throw error;
  });
  await stream.pipeTo(destination, { signal });
}

export const isAborted = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';
