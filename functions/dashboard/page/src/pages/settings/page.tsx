import { useState } from "preact/hooks";
import { Failure } from "../../api/client";
import { Checkbox, Select, TextArea, TextField } from "../../components/form";
import { Head } from "../../components/head";
import { say, sayFailure } from "../../components/toasts";
import { DEFAULTS, type Preferences, preferences, savePreferences } from "../../preferences";
import { PasswordChange } from "../../sign_in";
import { wellness } from "../../wellness";
import { said, t } from "../../words";
import { KeyTable } from "./keys";

function change(changes: Partial<Preferences>): void {
  savePreferences(changes).catch((error: unknown) => {
    if (error instanceof Failure) say(t("settings.notStored"), { bad: true });
    else sayFailure(error);
  });
}

function labelsOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean).slice(0, 100);
}

function bounded(text: string, most: number): number {
  const value = Number.parseInt(text, 10);
  return Number.isFinite(value) ? Math.min(most, Math.max(0, value)) : 0;
}

export function SettingsPage() {
  const { theme, language, media, keys, pause, apart, break_after } = preferences.value;
  const { veiled, spacing } = wellness.value;
  const [labels, setLabels] = useState(veiled.join("\n"));
  const [spaced, setSpaced] = useState(spacing?.labels.join("\n") ?? "");
  return (
    <>
      <Head title={t("nav.settings")} />
      <div class="grid">
        <section class="card stack">
          <h2>{t("settings.look")}</h2>
          <Select
            label={t("settings.theme")}
            value={theme}
            change={(value) => change({ theme: value })}
            options={(["auto", "light", "dark", "contrast"] as const).map((value) => ({
              value,
              label: t(`theme.${value}`),
            }))}
          />
          <Select
            label={t("settings.language")}
            value={language}
            change={(value) => change({ language: value })}
            options={[
              { value: "", label: t("settings.languageAuto") },
              { value: "en", label: "English" },
              { value: "de", label: "Deutsch" },
            ]}
          />
        </section>
        <section class="card stack">
          <h2>{t("settings.wellness")}</h2>
          {(["blur", "grey", "mute"] as const).map((name) => (
            <Checkbox
              key={name}
              label={t(`veil.${name}`)}
              checked={wellness.value[name]}
              change={(checked) => change({ media: { ...media, [name]: checked } })}
            />
          ))}
          <TextArea
            label={t("settings.veiled")}
            hint={t("settings.veiledHint")}
            value={labels}
            rows={3}
            change={(text) => {
              setLabels(text);
              change({ veiled: labelsOf(text) });
            }}
          />
          <Select
            label={t("f.space_severity")}
            value={String(spacing?.severity ?? 0)}
            change={(value) => change({ apart: { ...apart, severity: Number(value) } })}
            options={["–", "low", "medium", "high", "critical"].map((name, n) => ({ value: String(n), label: said("o", name) }))}
          />
          <TextArea
            label={t("f.space_labels")}
            hint={t("settings.veiledHint")}
            value={spaced}
            rows={3}
            change={(text) => {
              setSpaced(text);
              change({ apart: { ...apart, labels: labelsOf(text) } });
            }}
          />
          <TextField
            label={t("settings.break")}
            type="number"
            min="0"
            max="480"
            value={String(break_after)}
            change={(text) => change({ break_after: bounded(text, 480) })}
          />
        </section>
        <section class="card stack">
          <h2>{t("settings.work")}</h2>
          <Select
            label={t("settings.pause")}
            value={String(pause)}
            change={(value) => change({ pause: Number(value) })}
            options={["5", "6", "7", "8", "9", "10"].map((value) => ({ value, label: value }))}
          />
          <h2>{t("settings.password")}</h2>
          <PasswordChange needsOld done={() => say(t("common.saved"))} />
        </section>
        <section class="card stack">
          <h2>{t("settings.keys")}</h2>
          <Checkbox
            label={t("settings.keysOn")}
            checked={keys.on}
            change={(on) => change({ keys: { ...keys, on } })}
          />
          <Select
            label={t("settings.preset")}
            value={keys.preset}
            change={(preset) => change({ keys: { ...keys, preset, own: DEFAULTS.keys.own } })}
            options={[
              { value: "gavel", label: "Gavel" },
              { value: "ozone", label: "Ozone" },
              { value: "coral", label: "Coral" },
            ]}
          />
          <KeyTable change={(own) => change({ keys: { ...keys, own } })} />
        </section>
      </div>
    </>
  );
}
