import { texts } from '@/texts';
import type { SyncRun } from '../types';

const words = texts.prices.lists;

const statuses: Record<string, string> = words.statuses;
const failures: Record<string, string> = words.failures;

/** "Succeeded", "Failed: the list did not arrive in time" */
export function resultOf({ status, reason }: SyncRun): string {
  const name = statuses[status] ?? status;
  return reason === null ? name : `${name}: ${failures[reason] ?? reason}`;
}

export const failureOf = (run: SyncRun): string => run.detail ?? resultOf(run);
