import { TokenledgerUsage } from './TokenledgerUsage';

declare global {
  interface HTMLElementTagNameMap {
    'tokenledger-usage': TokenledgerUsage;
  }
}

const NAME = 'tokenledger-usage';

// A page may come to load the script twice.
if (customElements.get(NAME) === undefined) {
  customElements.define(NAME, TokenledgerUsage);
}
