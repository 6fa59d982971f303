import { number, said } from "../words";

/** What a condition asks for, in the page's language: `: at least 3; within 7d`. */
export function fieldsOf(fields: Record<string, unknown>): string {
  const found = Object.entries(fields).flatMap(([name, value]) => {
    const text = value === false ? "" : valueOf(value);
    return text ? `${said("f", name)} ${text}` : [];
  });
  return found.length > 0 ? `: ${found.join("; ")}` : "";
}

export function valueOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueOf).join(", ");
  if (typeof value === "number") return number(value);
  if (typeof value !== "object" || value === null) return said("o", String(value), String(value));
  const { type, ...fields } = value as Record<string, unknown>;
  return typeof type === "string" ? said("c", type) + fieldsOf(fields) : JSON.stringify(value);
}
