import { number, t } from "../words";

export interface Series {
  name: string;
  values: number[];
}

interface BarsProps {
  title: string;
  /** What stands below each group of bars. */
  labels: string[];
  series: Series[];
  unit?: string;
  /** Where the first series was to be expected. */
  band?: { name: string; low: (number | null)[]; high: (number | null)[] };
}

const [WIDTH, HEIGHT, FOOT] = [420, 170, 24];

/** Bars in groups; the same numbers are in a table that screen readers and others can open. */
export function Bars({ title, labels, series, unit = "", band }: BarsProps) {
  const top = Math.max(1, ...series.flatMap((each) => each.values), ...(band?.high ?? []).map((each) => each ?? 0));
  const at = (value: number) => HEIGHT - (value / top) * (HEIGHT - 16);
  const isEmpty = series.every((each) => each.values.every((value) => value === 0));
  const group = WIDTH / Math.max(1, labels.length);
  const bar = Math.min(28, (group * 0.8) / Math.max(1, series.length));
  const every = Math.ceil(labels.length / 6);
  /** The first and the last name would reach beyond the drawing. */
  const side = (place: number) => Number(place > labels.length - 2) - Number(place < 1);
  return (
    <figure class="chart">
      <figcaption>
        <span>{title}</span>
        {series.length > 1 && (
          <span class="legend">
            {series.map((each, index) => (
              <span key={each.name}>
                <svg width="10" height="10" aria-hidden="true">
                  <rect width="10" height="10" class={`series${index}`} />
                </svg>{" "}
                {each.name}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      {isEmpty ? (
        <p class="state">{t("chart.none")}</p>
      ) : (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} aria-hidden="true">
          <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} class="axis" />
          <text dominant-baseline="hanging" class="tick">
            {number(top)}
            {unit}
          </text>
          {labels.map((label, place) => (
            <g key={label} transform={`translate(${place * group + group / 2} 0)`}>
              {typeof band?.high[place] === "number" && (
                <rect
                  class="band"
                  x={-group / 2}
                  y={at(band.high[place])}
                  width={group}
                  height={Math.max(1, at(band.low[place] ?? 0) - at(band.high[place]))}
                />
              )}
              {series.map((each, index) => {
                const height = ((each.values[place] ?? 0) / top) * (HEIGHT - 16);
                return (
                  <rect
                    key={each.name}
                    class={`series${index}`}
                    x={(index - series.length / 2) * bar}
                    y={HEIGHT - height}
                    width={bar - 1}
                    height={height}
                  />
                );
              })}
              {place % every === 0 && (
                <text
                  x={(side(place) * group) / 2}
                  y={HEIGHT + 18}
                  text-anchor={["start", "middle", "end"][side(place) + 1]}
                  class={(place / every) % 2 === 0 ? "tick" : "tick second"}
                >
                  {label}
                </text>
              )}
            </g>
          ))}
        </svg>
      )}
      <details>
        <summary>{t("chart.values")}</summary>
        <table class="numbers">
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <td />
              {series.map((each) => (
                <th key={each.name} scope="col">
                  {each.name}
                </th>
              ))}
              {band && <th scope="col">{band.name}</th>}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, place) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {series.map((each) => (
                  <td key={each.name}>
                    {number(each.values[place] ?? 0)}
                    {unit}
                  </td>
                ))}
                {band && (
                  <td>{band.high[place] === null ? "–" : `${number(band.low[place] ?? 0)}–${number(band.high[place] ?? 0)}`}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** One bar a line, with its name and number: readable as it is. */
export function Ranking({ title, rows }: { title: string; rows: { name: string; value: number }[] }) {
  const top = Math.max(1, ...rows.map((row) => row.value));
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {rows.length === 0 && <p class="state">{t("chart.none")}</p>}
      <ul class="ranking">
        {rows.map((row) => (
          <li key={row.name}>
            <span class="line" title={row.name}>
              {row.name}
            </span>
            <meter value={row.value} max={top} aria-hidden="true" />
            <b>{number(row.value)}</b>
          </li>
        ))}
      </ul>
    </figure>
  );
}
