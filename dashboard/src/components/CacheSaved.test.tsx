import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { totals } from '@/test/data/totals';
import { CacheSaved } from './CacheSaved';

const saved = (usd: string, unknownTokens = 0) =>
  totals('1', 1, {
    cacheReadTokens: 800,
    cacheWriteTokens: 200,
    cacheSaved: { usd, unknownTokens },
  });

const shown = (of: Parameters<typeof CacheSaved>[0]['of']) => {
  const { container, unmount } = render(<CacheSaved of={of} />);
  const text = container.textContent;
  unmount();
  return text;
};

test('what caching saved, and what it cost where writing took more', () => {
  expect(shown(saved('12.345678900'))).toBe('$12.35');
  expect(shown(saved('-0.250000000'))).toBe('-$0.25');
  expect(shown(saved('0.000000007'))).toBe('$0.000000007');
  expect(shown(saved('-0.000000007'))).toBe('-$0.000000007');
});

test('what is not known is not nothing', () => {
  expect(shown(saved('0.000000000', 1_000))).toBe('Unknown');
  expect(shown(totals('1', 1, { cacheReadTokens: 0, cacheWriteTokens: 0 }))).toBe('—');
  render(<CacheSaved of={saved('3.000000000', 400)} />);
  expect(screen.getByText('in part')).toHaveAttribute(
    'title',
    'Of 400 more cached tokens it is not known.',
  );
});
