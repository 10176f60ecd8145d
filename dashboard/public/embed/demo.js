// What a page around the component has to do: give it a conversation and a token. All else here is the
// form of the demo.
const MOST_EVENTS = 12;
const usage = document.querySelector('tokenledger-usage');
const byId = (id) => document.getElementById(id);

/** The cookie of the dashboard's sign-in is good for a token on its own origin. */
async function tokenOfSession() {
  const response = await fetch('/auth/session', { method: 'POST' });
  return response.status === 200 ? (await response.json()).token : undefined;
}

async function currentToken() {
  const token = byId('token').value || (await tokenOfSession());
  byId('own-token').hidden = byId('sign-in').hidden =
    token !== undefined && byId('token').value === '';
  return token;
}

async function answerOf(path, token) {
  const response = await fetch(path, { headers: { Authorization: `Bearer ${token}` } });
  return response.ok ? response.json() : undefined;
}

/** The newest conversations of the first org, to choose from. */
async function recentConversations(token) {
  const me = await answerOf('/me', token);
  const orgId = me?.orgs[0]?.orgId;
  const path = `/orgs/${encodeURIComponent(orgId)}/conversations?limit=20`;
  const page = orgId === undefined ? undefined : await answerOf(path, token);
  return (page?.conversations ?? []).map(({ conversationId }) => conversationId);
}

function show() {
  usage.setAttribute('conversation', byId('conversation').value.trim());
  usage.setAttribute('theme', byId('theme').value);
}

function note({ type, detail }) {
  const entry = document.createElement('li');
  entry.textContent = `${type} ${JSON.stringify(detail)}`;
  byId('events').prepend(entry);
  byId('events').children[MOST_EVENTS]?.remove();
}

usage.addEventListener('tokenledger-usage-load', note);
usage.addEventListener('tokenledger-usage-error', note);
byId('refresh').addEventListener('click', () => usage.refresh());
byId('settings').addEventListener('submit', (event) => {
  event.preventDefault();
  show();
  usage.refresh();
});
byId('theme').addEventListener('change', show);

const token = await currentToken();
const recent = token === undefined ? [] : await recentConversations(token);
byId('recent').replaceChildren(...recent.map((id) => new Option(id, id)));
byId('conversation').value =
  new URLSearchParams(location.search).get('conversation') ?? recent[0] ?? '';
show();
usage.getToken = currentToken;
