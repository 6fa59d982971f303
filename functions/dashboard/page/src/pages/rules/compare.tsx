import { useState } from "preact/hooks";
import { api } from "../../api/client";
import { Select } from "../../components/form";
import { Shown, useResource } from "../../components/resource";
import { t } from "../../words";
import { aligned, inWords } from "./in_words";
import { written } from "./rule";

interface CompareProps {
  id: string;
  versions: number[];
}

/** Two versions of a rule beside each other, in words. */
export function Compare({ id, versions }: CompareProps) {
  const [newer = 0, older = newer] = versions;
  const [chosen, setChosen] = useState<[number, number]>([older, newer]);
  const found = useResource(
    () => Promise.all(chosen.map((version) => api.get("/api/v1/rules/{id}/versions/{version}", { path: { id, version } }))),
    chosen,
  );
  const options = versions.map((each) => ({ value: String(each), label: t("rules.version", { version: each }) }));
  return (
    <section class="card stack">
      <h2>{t("versions.compare")}</h2>
      <div class="pair">
        {chosen.map((version, at) => (
          <Select
            key={at}
            label={t(at === 0 ? "versions.left" : "versions.right")}
            value={String(version)}
            options={options}
            change={(value) => setChosen(at === 0 ? [Number(value), chosen[1]] : [chosen[0], Number(value)])}
          />
        ))}
      </div>
      <Shown of={found}>
        {([left, right]) => {
          if (!left || !right) return null;
          const rows = aligned(inWords(written(left.version.rule)), inWords(written(right.version.rule)));
          return (
            <>
              {rows.every(([one, other]) => one === other) && <p class="hint">{t("versions.same")}</p>}
              <table class="beside">
                <caption class="unseen">{t("versions.compare")}</caption>
                <thead>
                  <tr>
                    {chosen.map((version, at) => (
                      <th key={at} scope="col">
                        {t("rules.version", { version })}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(([one, other], at) => (
                    <tr key={at}>
                      <td dir="auto">{one === other ? one : one && <del>{one}</del>}</td>
                      <td dir="auto">{one === other ? other : other && <ins>{other}</ins>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          );
        }}
      </Shown>
    </section>
  );
}
