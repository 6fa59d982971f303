import { useState } from "preact/hooks";
import { number, t } from "../words";

export interface Mark {
  start: number;
  end: number;
  term: string;
}

const FOLD = 1_200;
const FOLD_LINES = 14;
/** What reorders or hides text is shown, so that nobody is deceived by it. */
const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
/** Those of them that turn the direction of reading. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function Visible({ text }: { text: string }) {
  const parts: preact.ComponentChild[] = [];
  let at = 0;
  for (const found of text.matchAll(HIDDEN)) {
    parts.push(text.slice(at, found.index));
    // Joiners make one emoji of several and belong to the writing of some languages.
    if (found[0] === "\u200d" || found[0] === "\u200c") parts.push(found[0]);
    else {
      const code = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
      const title = t("content.control", { code });
      parts.push(
        <span class="control" role="img" aria-label={title} title={title}>
          {DIRECTION.test(found[0]) ? "⇄" : "·"}
        </span>,
      );
    }
    at = found.index + found[0].length;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}

/** Offsets of code points, as Python has them, to those of UTF-16. */
function inUnits(text: string, marks: readonly Mark[]): Mark[] {
  const wanted = [...new Set(marks.flatMap((mark) => [mark.start, mark.end]))].sort((a, b) => a - b);
  const units = new Map<number, number>();
  let [points, index] = [0, 0];
  for (const offset of wanted) {
    while (points < offset && index < text.length) {
      index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
      points += 1;
    }
    units.set(offset, index);
  }
  return marks.map((mark) => ({
    term: mark.term,
    start: units.get(mark.start) ?? 0,
    end: units.get(mark.end) ?? 0,
  }));
}

function segments(text: string, marks: readonly Mark[], limit: number) {
  const sorted = inUnits(text, marks).sort((a, b) => a.start - b.start);
  const found: { text: string; mark?: Mark }[] = [];
  let at = 0;
  for (const mark of sorted) {
    const [start, end] = [Math.max(mark.start, at), Math.min(mark.end, limit)];
    if (start >= end) continue;
    if (start > at) found.push({ text: text.slice(at, start) });
    found.push({ text: text.slice(start, end), mark });
    at = end;
  }
  if (at < limit) found.push({ text: text.slice(at, limit) });
  return found;
}

function foldedAt(text: string): number {
  let at = 0;
  for (let line = 0; line < FOLD_LINES; line += 1) {
    const end = text.indexOf("\n", at);
    if (end === -1) break;
    at = end + 1;
    if (line === FOLD_LINES - 1) return Math.min(at, FOLD);
  }
  return text.length > FOLD ? FOLD : text.length;
}

/** What somebody wrote: never markup, never wider than its place, folded where it is long. */
export function Text({ text, marks = [] }: { text: string; marks?: readonly Mark[] }) {
  const [open, setOpen] = useState(false);
  const fold = foldedAt(text);
  const isLong = fold < text.length;
  return (
    <div class="written">
      <p dir="auto">
        {segments(text, marks, open ? text.length : fold).map((part) =>
          part.mark ? (
            <mark title={t("why.readAs", { term: part.mark.term })}>
              <Visible text={part.text} />
              {part.mark.term && part.mark.term !== part.text && <small> {part.mark.term}</small>}
            </mark>
          ) : (
            <Visible text={part.text} />
          ),
        )}
        {isLong && !open && "…"}
        {!text && <span class="faint">{t("common.empty")}</span>}
      </p>
      {isLong && (
        <button class="quiet" onClick={() => setOpen(!open)}>
          {open ? t("common.showLess") : t("common.showAll", { n: number(text.length) })}
        </button>
      )}
    </div>
  );
}

/** A line of what somebody wrote, cut to its place by the style. */
export function Line({ text }: { text: string }) {
  return (
    <span class="line" dir="auto">
      <Visible text={text.slice(0, 300)} />
    </span>
  );
}
