/** What `GET /conversations/{id}/usage` answers, as far as it is shown. */
export interface ConversationUsage {
  conversationId: string;
  totals: { promptTokens: number; completionTokens: number; totalTokens: number };
  completions: number;
  costUsd: string;
}

/** Why the usage could not be had; the status is undefined when nobody answered. */
export class UsageError extends Error {
  constructor(
    readonly status: number | undefined,
    readonly code: string | undefined,
    message: string,
  ) {
    super(message);
    this.name = 'UsageError';
  }
}

interface Problem {
  code?: string;
  detail?: string;
}

async function failureOf(response: Response): Promise<UsageError> {
  const { code, detail } = (await response.json().catch(() => ({}))) as Problem;
  return new UsageError(response.status, code, detail ?? `HTTP ${response.status}`);
}

/** Null for a conversation without calls, as every one is at first. */
export async function fetchUsage(
  api: string,
  conversation: string,
  token: string,
  signal: AbortSignal,
): Promise<ConversationUsage | null> {
  const address = `${api.replace(/\/+$/, '')}/conversations/${encodeURIComponent(conversation)}/usage`;
  const response = await fetch(address, {
    headers: { Authorization: `Bearer ${token}` },
    // The token is all that is sent: cookies of the ledger's origin are none of this page's business.
    credentials: 'omit',
    cache: 'no-store',
    signal,
  }).catch((error: unknown) => {
    throw signal.aborted ? error : new UsageError(undefined, undefined, String(error));
  });
  if (response.status === 404) {
    return null;
  }
  if (!response.ok) {
    throw await failureOf(response);
  }
  return (await response.json()) as ConversationUsage;
}
