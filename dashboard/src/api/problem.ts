/** What is wrong with one row of a body that has rows; counted from 1. */
export interface RowFault {
  row: number;
  detail: string;
}

/** What a service answered instead of what was asked for: RFC 9457, with the service's stable code. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | undefined,
    readonly code: string | undefined,
    readonly rows: RowFault[] = [],
  ) {
    super(detail ?? title);
    this.name = 'Problem';
  }
}

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  errors?: RowFault[];
}

export async function problemOf(response: Response): Promise<Problem> {
  // A proxy in between answers with HTML or nothing; the status is then all there is to tell.
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  const title = body.title ?? `HTTP ${response.status}`;
  return new Problem(response.status, title, body.detail, body.code, body.errors);
}

export function statusOf(error: unknown): number | undefined {
  return error instanceof Problem ? error.status : undefined;
}
