import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { me } from '@/test/data/me';
import { members } from '@/test/data/members';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const MEMBERS = '/orgs/northwind-labs/members';
const API = `${ORIGIN}${MEMBERS}`;

const open = async (path = MEMBERS) => {
  const { user, router } = await renderApp(path);
  await screen.findByText('Priya Raman');
  return { user, router };
};

const dialogOf = async (name: string) => within(await screen.findByRole('dialog', { name }));

const asAdmin = () =>
  server.use(
    http.get(`${ORIGIN}/me`, () =>
      HttpResponse.json({
        ...me,
        userId: 'tom.okafor',
        orgs: me.orgs.map((org) => ({ ...org, role: 'admin' })),
      }),
    ),
  );

test('members are listed with their roles, the reader among them', async () => {
  await open();
  expect(screen.getByRole('heading', { name: '5 members' })).toBeVisible();
  const own = screen.getByRole('row', { name: /Mara Lindqvist/ });
  expect(own).toHaveTextContent(
    'MLMara Lindqvist Youmara.lindqvistmara.lindqvist@northwind.exampleOwnerOct 1, 2025',
  );
  expect(await accessibilityFaults()).toEqual([]);
});

test('search and role narrow the list, over all pages, and stay in the address', async () => {
  server.use(
    http.get(API, ({ request }) =>
      HttpResponse.json(
        new URL(request.url).searchParams.has('cursor')
          ? { members: members.slice(3), nextCursor: null }
          : { members: members.slice(0, 3), nextCursor: 'bWFyYQ' },
      ),
    ),
  );
  const { user, router } = await open();
  await user.type(screen.getByRole('searchbox', { name: 'Search members' }), 'MOREAU');
  expect(await screen.findByRole('heading', { name: '1 of 5 members' })).toBeVisible();
  expect(screen.queryByText('Priya Raman')).toBeNull();
  await user.click(screen.getByRole('combobox', { name: 'Role' }));
  await user.click(await screen.findByRole('option', { name: 'Owner' }));
  expect(await screen.findByText('Nobody matches')).toBeVisible();
  expect(router.state.location.search).toBe('?q=MOREAU&role=owner');
});

test('a member is added with what was typed', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put(`${API}/new%40partner.example`, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(members[0]);
    }),
  );
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Add member' }));
  const dialog = await dialogOf('Add a member');
  await user.click(dialog.getByRole('button', { name: 'Add member' }));
  expect(dialog.getByLabelText(/User ID/)).toHaveAccessibleDescription('Must not be empty');
  await user.type(dialog.getByLabelText(/User ID/), 'tom.okafor');
  expect(dialog.getByText('Is a member already; edit them in the list')).toBeVisible();
  await user.clear(dialog.getByLabelText(/User ID/));
  await user.paste('new@partner.example');
  await user.type(dialog.getByLabelText('E-mail'), 'nobody');
  expect(dialog.getByText('Must be an e-mail address')).toBeVisible();
  await user.type(dialog.getByLabelText('E-mail'), '@partner.example');
  await user.click(dialog.getByRole('combobox', { name: 'Role' }));
  await user.click(await screen.findByRole('option', { name: 'Billing: Analytics and budgets' }));
  expect(await accessibilityFaults()).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Add member' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([{ role: 'billing', email: 'nobody@partner.example' }]);
});

test.each([
  [400, "Field 'name' must be 1 to 200 characters, none of them invisible.", 'Name', /^Must be 1/],
  [403, 'Only an owner or a superadmin makes someone an owner.', 'Role', /^Only an owner/],
  [409, 'An org keeps at least one owner: make another one first.', 'Role', /^An org keeps/],
])('a refusal with %d stands at its field', async (status, detail, label, description) => {
  server.use(http.put(`${API}/priya.raman`, () => problem(status, 'refused', detail)));
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Edit Priya Raman' }));
  const dialog = await dialogOf('Edit Priya Raman');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(dialog.getByLabelText(label)).toHaveAccessibleDescription(description),
  );
});

test('the last owner stays: neither removed nor given another role', async () => {
  const { user } = await open();
  expect(screen.getByRole('button', { name: 'Remove Mara Lindqvist' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Edit Mara Lindqvist' }));
  const dialog = await dialogOf('Edit Mara Lindqvist');
  await user.click(dialog.getByRole('combobox', { name: 'Role' }));
  expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
    'Owner: Everything, owners included',
  ]);
});

test('an admin makes no owners', async () => {
  asAdmin();
  const { user } = await open();
  expect(screen.getByRole('button', { name: 'Remove Mara Lindqvist' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Add member' }));
  await user.click((await dialogOf('Add a member')).getByRole('combobox', { name: 'Role' }));
  await screen.findByRole('option', { name: /^Admin/ });
  expect(screen.queryByRole('option', { name: /^Owner/ })).toBeNull();
});

test('a member is removed after a question', async () => {
  let gone = false;
  server.use(
    http.delete(`${API}/ci-runner`, () => {
      gone = true;
      return new HttpResponse(null, { status: 204 });
    }),
    http.get(API, () =>
      HttpResponse.json({ members: gone ? members.slice(1) : members, nextCursor: null }),
    ),
  );
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Remove ci-runner' }));
  const dialog = await dialogOf('Remove ci-runner?');
  expect(dialog.getByText(/stays in every report/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Remove' }));
  expect(await screen.findByRole('heading', { name: '4 members' })).toBeVisible();
});

test('a CSV is imported as it is, and its refused rows are shown beside what they say', async () => {
  const sent: [string | null, string][] = [];
  server.use(
    http.post(`${API}/import`, async ({ request }) => {
      const body = await request.text();
      sent.push([request.headers.get('Content-Type'), body]);
      return body.includes('boss')
        ? HttpResponse.json(
            {
              status: 400,
              title: 'Invalid body',
              code: 'invalid_body',
              detail: "Nothing was imported; 'errors' names the rows.",
              errors: [
                { row: 2, detail: "Field 'role' must be one of owner, admin, billing, member." },
              ],
            },
            { status: 400 },
          )
        : HttpResponse.json({ imported: 2, members: members.slice(0, 2) });
    }),
  );
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Import CSV' }));
  const dialog = await dialogOf('Import members');
  await user.click(dialog.getByRole('button', { name: 'Import' }));
  expect(dialog.getByText('There is no row below the header.')).toBeVisible();
  const csv = 'userId,role,name\nann,admin,Ann Lee\n\nbob,boss,Bob\n';
  await user.upload(dialog.getByLabelText('Choose a file'), new File([csv], 'members.csv'));
  await user.click(await dialog.findByRole('button', { name: 'Import 2 rows' }));
  expect(
    await dialog.findByRole('row', {
      name: "2 Field 'role' must be one of owner, admin, billing, member. bob,boss,Bob",
    }),
  ).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  const text = dialog.getByRole('textbox', { name: 'CSV' });
  await user.clear(text);
  await user.paste('userId,role\nann,admin\nbob,member');
  await user.click(dialog.getByRole('button', { name: 'Import 2 rows' }));
  expect(await dialog.findByText('2 members were added or changed.')).toBeVisible();
  expect(sent).toEqual([
    ['text/csv', csv],
    ['text/csv', 'userId,role\nann,admin\nbob,member'],
  ]);
});
