import type { ChartOutline } from "../workspace/protocol";
import { ChartCard } from "./charts";

interface ChartBoxProps {
  readonly chart: ChartOutline;
  readonly left: number;
  readonly top: number;
  readonly onRemove: (chartId: string) => void;
}

/** A chart where it stands over the cells. */
export function ChartBox({ chart, left, top, onRemove }: ChartBoxProps) {
  return (
    <div
      class="chart-box"
      style={{ left: `${left}px`, top: `${top}px`, width: `${chart.width}px`, height: `${chart.height}px` }}
    >
      <ChartCard chart={chart} />
      <button
        type="button"
        class="close"
        aria-label={`Delete chart: ${chart.title}`}
        onClick={() => onRemove(chart.id)}
      >
        ×
      </button>
    </div>
  );
}
