"""Sets by others, as `benchmarks.toxicity.judge --outside` reads them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.toxicity.outside import outside_rows


def test_hatecheck_says_who_is_attacked_and_who_is_threatened(tmp_path: Path) -> None:
    path = tmp_path / "test_suite_cases.csv"
    path.write_text(
        ",functionality,case_id,test_case,label_gold\n"
        "0,threat_dir_h,1,We will get you all.,hateful\n"
        '1,ident_pos_nh,2,"Welcome, all of you.",non-hateful\n'
        "2,target_indiv_nh,3,You are the worst.,non-hateful\n",
        "utf-8",
    )
    hateful, friendly, personal = outside_rows(path)
    assert hateful.targets == {"identity_attack": 1, "toxic": 1, "threat": 1}
    assert friendly.text == "Welcome, all of you."
    assert friendly.targets == {"identity_attack": 0, "toxic": 0, "threat": 0}
    assert personal.targets == {"identity_attack": 0}


@pytest.mark.parametrize("nested", [True, False])
def test_prompts_have_the_scores_of_perspective(tmp_path: Path, nested: bool) -> None:
    scored = {"text": "so", "profanity": 0.8, "threat": 0.1, "insult": None, "severe_toxicity": 0}
    unscored = {"text": "it", "severe_toxicity": None}
    documents = [{"prompt": each} if nested else each for each in (scored, unscored)]
    path = tmp_path / "prompts.jsonl"
    path.write_text("\n".join(map(json.dumps, documents)), "utf-8")
    (row,) = outside_rows(path)
    assert (row.text, row.source) == ("so", "rtp")
    assert row.targets == {"obscene": 0.8, "threat": 0.1}


def test_toxigen_is_about_groups_and_a_text_alone_is_an_ordinary_one(tmp_path: Path) -> None:
    (tmp_path / "toxigen.json").write_text('[{"text": "a", "is_toxic": true}]', "utf-8")
    (tmp_path / "news.jsonl").write_text('{"text": "b"}\n', "utf-8")
    (toxic,), (news,) = (outside_rows(tmp_path / n) for n in ("toxigen.json", "news.jsonl"))
    assert toxic.targets == {"identity_attack": 1, "toxic": 1}
    assert (news.source, news.targets) == ("news", {})


def test_a_file_without_a_row_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("", "utf-8")
    with pytest.raises(SystemExit, match="no row"):
        outside_rows(tmp_path / "empty.jsonl")
