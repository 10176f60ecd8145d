import { texts } from '@/texts';

/** The body of an answer that was asked for as a stream. */
export async function streamOf(
  call: Promise<{ data?: ReadableStream<Uint8Array> | null }>,
): Promise<ReadableStream<Uint8Array>> {
  const { data } = await call;
  if (data === undefined || data === null) {
    throw new Error(texts.chat.brokeOff);
  }
  return data;
}
