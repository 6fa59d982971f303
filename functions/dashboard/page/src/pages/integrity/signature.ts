import type { LogRoot } from "../../api/types";

export type Signature = "none" | "signed" | "holds" | "wrong";

/**
 * Whether a root is signed, and where the browser knows the way (ed25519), whether the signature is
 * that of the key that the root names. That it is the right key says only who knows it.
 */
export async function signatureOf(root: LogRoot): Promise<Signature> {
  if (!root.key || !root.signature) return "none";
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey("raw", bytes(root.key.replace(/^whpk_/, "")), "Ed25519", false, ["verify"]);
  } catch {
    return "signed";
  }
  const { app, day, root: hash } = root;
  const text = JSON.stringify({ app, day, root: hash }).replace(/[^\0-\x7f]/g, escaped);
  const isTrue = await crypto.subtle.verify("Ed25519", key, bytes(root.signature), new TextEncoder().encode(text));
  return isTrue ? "holds" : "wrong";
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
