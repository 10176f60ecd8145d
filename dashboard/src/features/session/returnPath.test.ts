import { expect, test } from 'vitest';
import { safeReturnPath } from './returnPath';

test.each(['/orgs/acme/analytics?period=7d', '/'])('%s is a page of the app', (path) => {
  expect(safeReturnPath(path)).toBe(path);
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '', null])(
  '%s is not',
  (path) => {
    expect(safeReturnPath(path)).toBe('/');
  },
);
