import { texts } from '@/texts';

/** What the tab of the browser says. */
export function PageTitle({ title }: { title: string }) {
  return <title>{`${title} · ${texts.shell.product}`}</title>;
}
