import { number, percent, t } from "../../words";

interface IntervalProps {
  title: string;
  right: number;
  wrong: number;
  of: { precision: number | null; low: number; high: number };
}

/** The share of hits that people agreed with, and between what it lies by 95 %. */
export function Interval({ title, right, wrong, of }: IntervalProps) {
  const [low, high] = [of.low * 400, of.high * 400];
  return (
    <figure class="chart interval">
      <figcaption>{title}</figcaption>
      {of.precision === null ? (
        <p class="faint">{t("interval.none")}</p>
      ) : (
        <>
          <svg viewBox="0 0 400 26" aria-hidden="true">
            <line x1="0" x2="400" y1="13" y2="13" class="axis" />
            <rect x={low} y="7" width={Math.max(2, high - low)} height="12" rx="3" class="band" />
            <rect x={of.precision * 400 - 2} y="2" width="4" height="22" class="series0" />
          </svg>
          <p>
            <b>{percent(of.precision)}</b> ({t("interval.between", { low: percent(of.low), high: percent(of.high) })}) ·{" "}
            {t("interval.counts", { right: number(right), wrong: number(wrong) })}
          </p>
        </>
      )}
    </figure>
  );
}
