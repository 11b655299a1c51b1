"""JavaScript modules as one: what is exported, whose names meet, and what is refused."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.channels.website.joined import joined, without_comments


def _files(folder: Path, **modules: str) -> Path:
    for name, code in modules.items():
        (folder / f"{name}.js").write_text(code, "utf-8")
    return folder / f"{next(iter(modules))}.js"


def test_names_of_one_module_do_not_meet_those_of_another(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node.js on this machine")
    entry = _files(
        tmp_path,
        main='import { twice as double } from "./tools.js";\nimport * as words from "./words.js";\n'
        "const HELLO = 2;\nexport const main = () => `${words.HELLO} ${double(HELLO)}`;\n",
        tools='// a comment\nconst HELLO = 2;\nexport const twice = (n) => n * HELLO; // "kept"\n',
        words='export const HELLO = "bonjour // à tous";\n',
    )
    (tmp_path / "all.mjs").write_text(joined(entry), "utf-8")
    code = 'import { main } from "./all.mjs"; console.log(JSON.stringify(main()));'
    done = subprocess.run(
        [node, "--input-type=module", "-e", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == "bonjour // à tous 4"


@pytest.mark.parametrize(
    ("modules", "words"),
    [
        ({"a": 'import { b } from "./b.js";\n', "b": 'import { a } from "./a.js";\nexport const b = 1;\n'}, "circle"),
        ({"a": 'import b from "./b.js";\n', "b": "export default 1;\n"}, "known form"),
        ({"a": "export default 1;\n"}, "known form"),
        ({"a": 'import { b } from "https://example.org/b.js";\n'}, "known form"),
    ],
)
def test_what_is_not_known_is_refused(tmp_path: Path, modules: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        joined(_files(tmp_path, **modules))


def test_comments_go_and_texts_stay() -> None:
    code = '// one\nconst a = "; // two"; // three\n  /** four\n * five\n */\n  const b = /** @type {x} */ (a);\n\n'
    assert without_comments(code) == 'const a = "; // two";\nconst b = /** @type {x} */ (a);\n'


def test_sheets_of_style_lose_the_spaces_that_mean_nothing() -> None:
    sheet = '  .a :is(b, c) > d { width: calc(1em - 2px); content: "\\\\2197" / ""; }\n'
    light = '.a :is(b,c) > d{width:calc(1em - 2px);content:"\\\\2197" / "";}'
    code = 'const a = "b: c; { d }";\nsheet.replaceSync(`\n'
    assert without_comments(f"{code}{sheet}`);\n") == f"{code}{light}`);\n"
