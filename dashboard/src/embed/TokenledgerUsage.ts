import { embed as texts } from '../texts/embed';
import { styles } from './styles';
import { type ConversationUsage, fetchUsage, UsageError } from './usage';
import { contentOf, type View } from './view';

type Token = string | null | undefined;

/** The ledger that this script came from, unless the element names another. */
const OWN_ORIGIN = new URL(import.meta.url).origin;

/** `<tokenledger-usage conversation="…">`: tokens, completions and cost of a conversation, as chips. */
export class TokenledgerUsage extends HTMLElement {
  static observedAttributes = ['conversation', 'api'];

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #usage = document.createElement('div');
  #token: Token;
  #getToken: (() => Token | Promise<Token>) | undefined;
  #running: AbortController | undefined;
  #scheduled = false;
  #loaded = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [styles()];
    this.#usage.setAttribute('role', 'group');
    this.#usage.setAttribute('aria-live', 'polite');
    this.#usage.setAttribute('part', 'usage');
    this.#root.append(this.#usage);
  }

  /** A bearer token. Never an attribute: those are in the page for every script and extension to read. */
  set token(token: Token) {
    this.#token = token;
    this.#schedule();
  }

  /** Asked before each request, for tokens that expire; what it gives goes before `token`. */
  set getToken(getToken: (() => Token | Promise<Token>) | undefined) {
    this.#getToken = getToken;
    this.#schedule();
  }

  connectedCallback() {
    this.#takeUp('token');
    this.#takeUp('getToken');
    this.#schedule();
  }

  disconnectedCallback() {
    this.#running?.abort();
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null) {
    if (before !== after) {
      this.#loaded = false;
      this.#schedule();
    }
  }

  /** Asks again; fulfilled with the usage, or with undefined when there is none to show. */
  async refresh(): Promise<ConversationUsage | undefined> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    // As a call, for the compiler takes a property that was false to stay so.
    const outdated = () => signal.aborted;
    const conversation = this.getAttribute('conversation') ?? '';
    try {
      const token = conversation === '' ? undefined : await this.#currentToken();
      if (outdated()) {
        return undefined;
      }
      if (!token) {
        this.#show({ status: 'waiting' });
        return undefined;
      }
      this.#showLoading();
      const usage = await fetchUsage(this.#api(), conversation, token, signal);
      // Another request may have begun since; its answer is the newer one.
      if (!outdated()) {
        this.#show({ status: 'loaded', usage });
        this.#loaded = true;
        this.#tell('load', usage);
      }
      return usage ?? undefined;
    } catch (error) {
      if (!outdated()) {
        this.#fail(error);
      }
      return undefined;
    }
  }

  #api(): string {
    const api = this.getAttribute('api') ?? '';
    return api === '' ? OWN_ORIGIN : api;
  }

  async #currentToken(): Promise<Token> {
    return this.#getToken === undefined ? this.#token : await this.#getToken();
  }

  /** Properties that were set before the script was loaded are fields of the element, hiding the setters. */
  #takeUp(name: 'token' | 'getToken') {
    if (Object.hasOwn(this, name)) {
      const value = Reflect.get(this, name) as unknown;
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  /** Several attributes and the token are often set at once; one request is enough. */
  #schedule() {
    if (this.#scheduled) {
      return;
    }
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (this.isConnected) {
        void this.refresh();
      }
    });
  }

  /** While old figures are shown they stay, so that nothing flickers. */
  #showLoading() {
    if (!this.#loaded) {
      this.#show({ status: 'loading' });
    }
    this.#usage.setAttribute('aria-busy', 'true');
  }

  #fail(error: unknown) {
    const failure =
      error instanceof UsageError ? error : new UsageError(undefined, undefined, String(error));
    this.#loaded = false;
    this.#show({ status: 'failed', error: failure });
    const { status, code, message } = failure;
    this.#tell('error', { status, code, message });
  }

  #show(view: View) {
    this.#usage.setAttribute('aria-busy', 'false');
    this.#usage.setAttribute('aria-label', texts.label(this.getAttribute('conversation') ?? ''));
    this.#usage.className = view.status === 'loading' ? 'usage waiting' : 'usage';
    this.#usage.replaceChildren(...contentOf(view, () => void this.refresh()));
  }

  #tell(what: 'load' | 'error', detail: unknown) {
    const told = { detail, bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent(`tokenledger-usage-${what}`, told));
  }
}
