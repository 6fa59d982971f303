/** A button that asks for a file and hands on what is written in it. */
export function FileButton({ label, take, accept = "text/plain,.txt,.csv,.json" }: {
  label: string;
  take: (text: string) => void;
  accept?: string;
}) {
  return (
    <label class="button">
      {label}
      <input
        type="file"
        class="unseen"
        accept={accept}
        onChange={(event) => {
          const input = event.currentTarget;
          void input.files?.[0]?.text().then(take);
          input.value = "";
        }}
      />
    </label>
  );
}

/** The lines of a file, without the empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
