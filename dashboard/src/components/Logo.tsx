/** Decorative: wherever it stands, the name of the product or of the page is beside it. */
export function Logo({ size }: { size: number }) {
  return <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width={size} height={size} />;
}
