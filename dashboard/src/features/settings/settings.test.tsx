import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { ORIGIN, problem } from '@/test/handlers';
import { renderApp } from '@/test/renderApp';
import { server } from '@/test/server';

const ORG = '/orgs/northwind-labs';
const SETTINGS = `${ORG}/settings`;

const area = async (name: string) => within(await screen.findByRole('region', { name }));

test('settings and budget are shown, and what of it is spent', async () => {
  await renderApp(SETTINGS);
  const budget = await area('Monthly budget');
  expect(await budget.findByText('$412.35')).toBeVisible();
  expect(budget.getByText('of $500.00')).toBeVisible();
  expect(budget.getByText('82.5%')).toBeVisible();
  expect(budget.getByText('Close to the limit')).toBeVisible();
  const org = await area('Organisation');
  expect(await org.findByLabelText(/^Name/)).toHaveValue('Northwind Labs');
  expect(org.getByLabelText('Retention in days')).toHaveValue('365');
  expect(await accessibilityFaults()).toEqual([]);
});

test('all settings are saved together; what cannot be is refused at its field', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put(`${ORIGIN}${ORG}`, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({});
    }),
  );
  const { user } = await renderApp(SETTINGS);
  const org = await area('Organisation');
  const days = await org.findByLabelText('Retention in days');
  await user.clear(days);
  await user.type(days, '0');
  expect(days).toHaveAccessibleDescription('A whole number from 1 to 36500, or empty');
  await user.click(org.getByRole('button', { name: 'Save settings' }));
  await user.clear(days);
  await user.clear(org.getByLabelText(/^Name/));
  await user.type(org.getByLabelText(/^Name/), 'Northwind');
  const zone = org.getByRole('combobox', { name: 'Time zone' });
  await user.clear(zone);
  await user.type(zone, 'Asia/Tokyo');
  await user.click(await screen.findByRole('option', { name: 'Asia/Tokyo' }));
  await user.click(org.getByRole('button', { name: 'Save settings' }));
  expect(await org.findByText('Saved.')).toBeVisible();
  expect(sent).toEqual([{ name: 'Northwind', timeZone: 'Asia/Tokyo', currencyLabel: 'USD' }]);
});

test('what the service refuses stands at its field', async () => {
  server.use(
    http.put(`${ORIGIN}${ORG}`, () =>
      problem(400, 'invalid_body', "Field 'currencyLabel' must be 1 to 8 characters."),
    ),
  );
  const { user } = await renderApp(SETTINGS);
  const org = await area('Organisation');
  await user.click(await org.findByRole('button', { name: 'Save settings' }));
  await waitFor(() =>
    expect(org.getByLabelText('Currency label')).toHaveAccessibleDescription(
      'Must be 1 to 8 characters.',
    ),
  );
});

test('a budget is set to the digit, and taken away', async () => {
  const calls: unknown[] = [];
  server.use(
    http.put(`${ORIGIN}${ORG}/budget`, async ({ request }) => {
      calls.push(await request.json());
      return HttpResponse.json({});
    }),
    http.delete(`${ORIGIN}${ORG}/budget`, () => {
      calls.push('delete');
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = await renderApp(SETTINGS);
  const budget = await area('Monthly budget');
  const limit = await budget.findByLabelText('Budget per month');
  await user.clear(limit);
  await user.type(limit, '1,000');
  await user.click(budget.getByRole('button', { name: 'Save budget' }));
  expect(limit).toHaveAccessibleDescription('An amount above 0, such as 500 or 499.90');
  await user.clear(limit);
  await user.type(limit, '1000.50');
  await user.click(budget.getByRole('button', { name: 'Save budget' }));
  await waitFor(() => expect(calls).toEqual([{ monthlyUsd: '1000.50' }]));
  await user.click(budget.getByRole('button', { name: 'Remove budget' }));
  await waitFor(() => expect(calls).toEqual([{ monthlyUsd: '1000.50' }, 'delete']));
});

test('billing sets the budget and reads the rest', async () => {
  await renderApp('/orgs/quill-legal/settings');
  const org = await area('Organisation');
  expect(await org.findByLabelText(/^Name/)).toBeDisabled();
  expect(org.getByText('Owners and admins change these.')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Members' })).toBeNull();
  expect(await screen.findByRole('button', { name: 'Save budget' })).toBeEnabled();
});
