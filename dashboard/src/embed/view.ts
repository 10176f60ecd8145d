import { formatExactUsd, formatUsd } from '../lib/money';
import { formatCompact, formatCount } from '../lib/numbers';
import { embed as texts } from '../texts/embed';
import type { ConversationUsage, UsageError } from './usage';

export type View =
  | { status: 'waiting' }
  | { status: 'loading' }
  | { status: 'loaded'; usage: ConversationUsage | null }
  | { status: 'failed'; error: UsageError };

const SKELETONS = 3;
const UNAUTHENTICATED = 401;

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  // Never as HTML: an id of a conversation is whatever somebody sent.
  made.textContent = text;
  return made;
}

function chip(part: string, text: string, title?: string): HTMLElement {
  const made = element('span', part === 'cost' ? 'chip cost' : 'chip', text);
  made.setAttribute('part', `chip ${part}`);
  if (title !== undefined) {
    made.title = title;
  }
  return made;
}

function chipsOf({ totals, completions, costUsd }: ConversationUsage): HTMLElement[] {
  const parts = texts.parts(formatCount(totals.promptTokens), formatCount(totals.completionTokens));
  const money = chip('cost', formatUsd(costUsd), formatExactUsd(costUsd));
  money.append(element('span', 'hidden', ` ${texts.cost}`));
  return [
    chip('tokens', `${formatCompact(totals.totalTokens)} ${texts.tokens}`, parts),
    chip('completions', `${formatCount(completions)} ${texts.completions(completions)}`),
    money,
  ];
}

function failureOf(error: UsageError, retry: () => void): HTMLElement[] {
  const message = error.status === UNAUTHENTICATED ? texts.signIn : texts.failed;
  const note = element('span', 'failure', message);
  note.title = error.message;
  const button = element('button', '', texts.retry);
  button.setAttribute('type', 'button');
  button.addEventListener('click', retry);
  return [note, button];
}

const skeletons = (): HTMLElement[] => [
  element('span', 'hidden', texts.loading),
  ...Array.from({ length: SKELETONS }, () => {
    const made = chip('tokens', '');
    made.setAttribute('aria-hidden', 'true');
    return made;
  }),
];

/** What stands in the element. */
export function contentOf(view: View, retry: () => void): HTMLElement[] {
  switch (view.status) {
    case 'waiting':
      return [element('span', 'note', texts.waiting)];
    case 'loading':
      return skeletons();
    case 'loaded':
      return view.usage === null ? [element('span', 'note', texts.none)] : chipsOf(view.usage);
    case 'failed':
      return failureOf(view.error, retry);
  }
}
