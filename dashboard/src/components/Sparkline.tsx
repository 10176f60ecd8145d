import Box from '@mui/material/Box';

const WIDTH = 120;
const HEIGHT = 32;
const MARGIN = 2;

function pointsOf(values: number[]): [x: number, y: number][] {
  const most = Math.max(...values);
  const least = Math.min(...values);
  const step = WIDTH / Math.max(values.length - 1, 1);
  const scale = (HEIGHT - 2 * MARGIN) / Math.max(most - least, Number.MIN_VALUE);
  return values.map((value, index) => [index * step, HEIGHT - MARGIN - (value - least) * scale]);
}

interface Props {
  values: number[];
  colour: string;
}

/**
 * The shape of a development, without axes; the numbers are beside it. Drawn here rather than by the
 * charts library so that the summary does not have to wait for that.
 */
export function Sparkline({ values, colour }: Props) {
  const line = pointsOf(values)
    .map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      sx={{ display: 'block', width: '100%', height: HEIGHT, overflow: 'visible' }}
    >
      {values.length > 1 && (
        <>
          <polygon points={`0,${HEIGHT} ${line} ${WIDTH},${HEIGHT}`} fill={colour} opacity={0.14} />
          <polyline
            points={line}
            fill="none"
            stroke={colour}
            strokeWidth={2}
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </>
      )}
    </Box>
  );
}
