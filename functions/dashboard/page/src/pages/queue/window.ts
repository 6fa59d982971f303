import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** As the style has it: rows of one height can be counted without being drawn. */
export const ROW = 64;
/** So many are drawn above and below what is in sight. */
const BEYOND = 12;
/** What is drawn changes in steps, so that not each pixel draws anew. */
const STEP = 6;

export interface Window {
  from: number;
  to: number;
}

/** The rows that are in sight, and some around them; `end` is called when the last of them is. */
export function useWindow(rows: RefObject<HTMLElement | null>, count: number, end: () => void): Window {
  const [first, setFirst] = useState(0);
  const [many, setMany] = useState(0);
  useEffect(() => {
    const look = () => {
      const box = rows.current?.getBoundingClientRect();
      const list = rows.current?.querySelector("ol")?.getBoundingClientRect();
      if (!box || !list) return;
      const top = Math.max(0, box.top) - list.top;
      const bottom = Math.min(innerHeight, box.bottom) - list.top;
      setFirst(Math.floor(Math.max(0, top) / ROW / STEP) * STEP);
      setMany(Math.ceil(Math.max(0, bottom - top) / ROW));
      if (bottom > (count - 2) * ROW) end();
    };
    look();
    document.addEventListener("scroll", look, { capture: true, passive: true });
    window.addEventListener("resize", look);
    return () => {
      document.removeEventListener("scroll", look, { capture: true });
      window.removeEventListener("resize", look);
    };
  }, [count, end]);
  return { from: Math.max(0, Math.min(first, count) - BEYOND), to: Math.min(count, first + many + STEP + BEYOND) };
}

/** Brings a row into sight that need not be drawn yet. */
export function showRow(rows: HTMLElement, index: number): void {
  if (rows.scrollHeight <= rows.clientHeight) return;
  const top = index * ROW;
  if (top < rows.scrollTop) rows.scrollTop = top;
  else if (top + ROW > rows.scrollTop + rows.clientHeight) rows.scrollTop = top + ROW - rows.clientHeight;
}
