import { language, locale } from "../words";

/** A date from whatever an API says: nanoseconds, milliseconds, seconds, RFC 3339; null if it is none. */
export function dateOf(value: unknown): Date | null {
  const date = typeof value === "number" ? ofNumber(value) : typeof value === "string" ? ofText(value) : null;
  return date && !Number.isNaN(date.getTime()) && Math.abs(date.getFullYear()) < 10_000 ? date : null;
}

function ofNumber(value: number): Date | null {
  if (!Number.isFinite(value) || value <= 0) return null;
  if (value > 1e17) return new Date(value / 1e6);
  if (value > 1e14) return new Date(value / 1e3);
  return new Date(value > 1e11 ? value : value * 1e3);
}

function ofText(value: string): Date | null {
  return value ? new Date(value) : null;
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

export function relative(date: Date, now = Date.now()): string {
  const seconds = Math.round((date.getTime() - now) / 1000);
  // German's narrow minutes are "m", which reads as metres.
  const style = language.value === "de" ? "short" : "narrow";
  const format = new Intl.RelativeTimeFormat(locale.value, { numeric: "auto", style });
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size || unit === "second") {
      return format.format(Math.trunc(seconds / size), unit);
    }
  }
  return "";
}

export function absolute(date: Date): string {
  return new Intl.DateTimeFormat(locale.value, { dateStyle: "medium", timeStyle: "medium" }).format(date);
}

export function clock(date: Date): string {
  return new Intl.DateTimeFormat(locale.value, { timeStyle: "short" }).format(date);
}

/** A day as the charts' axes show it. */
export function shortDay(day: string): string {
  const date = dateOf(`${day}T12:00:00Z`);
  return date
    ? new Intl.DateTimeFormat(locale.value, { day: "numeric", month: "short" }).format(date)
    : day;
}

/** Seconds as people say them: 45 s, 12 min, 3 h, 2 d. */
export function duration(seconds: number): string {
  const [unit, size] = (
    seconds < 120 ? ["second", 1] : seconds < 7_200 ? ["minute", 60] : seconds < 172_800 ? ["hour", 3_600] : ["day", 86_400]
  ) as [string, number];
  return new Intl.NumberFormat(locale.value, { style: "unit", unit, maximumFractionDigits: 0 }).format(
    seconds / size,
  );
}
