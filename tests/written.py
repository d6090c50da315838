"""Answers as authors could write them, made by chance: prose, titles, lists, formulas, code."""

import re
from typing import NamedTuple

from hypothesis import strategies as st

# -- two files with a bit of everything --------------------------------------------------------

ANSWER = r"""Cells move.

1. **Flagella**: They *beat* at $\nu = 3$.
   - **Whip**: `a\tb`

$$
\nabla f
$$

2. **Cilia**: [They](a.md) sweep.

| a | b |
|---|---|
| c | d |

In summary, cells move."""
SAMPLE = f"""---
id: 12
date: 2025-02-06
question: >-
    How do cells move?
answer: >-
    {ANSWER.replace(chr(10), chr(92) + "n")}
subject: Biology
seo:
  page_keywords: >-
    cells, cilia
related_article1:
    id: 7
---

&nbsp;
"""
NOTE = """# How do cells move?
They *beat*.

1. **Flagella**: They beat.
   > A <b>whip</b>.

```c
x
```

## Cilia
- **One**: $x$
- two

## Why?
| a | b |
|---|---|
| c | d |
"""

# -- words, lists, tables ------------------------------------------------------------------------

words = st.integers(0, 10**6).map(lambda number: f"w{number}x")
lines = st.lists(words, min_size=1, max_size=6).map(" ".join)
prose = st.lists(lines.map(lambda line: f"{line.capitalize()}."), min_size=1, max_size=3).map(
    " ".join
)
names = lines.map(str.capitalize)
bold = lines.map(lambda line: f"**{line.title()}**")
labelled = st.tuples(bold, st.sampled_from([": ", " - ", " ", ":\n   "]), prose).map("".join)
items = st.lists(st.one_of(prose, labelled, bold), min_size=1, max_size=5)
numbering = st.sampled_from(["", "1. ", "2) ", "(3) ", "Step 4: ", "IV. ", "b. ", "3.2 "])
endings = st.sampled_from(
    ["Summary", "Conclusion", "In Summary", "Key Takeaways", "Summary of w1x"]
)


def numbered(entries: list[str]) -> str:
    return "\n".join(f"{number}. {entry}" for number, entry in enumerate(entries, 1))


def bulleted(entries: list[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)


blocks = st.one_of(
    prose,
    bold,
    labelled,
    items.map(numbered),
    items.map(bulleted),
    st.tuples(items.map(numbered), items.map(bulleted)).map(
        lambda both: both[0] + "\n" + both[1].replace("- ", "   - ")
    ),
    st.tuples(st.sampled_from(["## ", "### ", "#### "]), numbering, names).map("".join),
    st.tuples(numbering, names).map(lambda both: f"**{both[0]}{both[1]}**"),
    lines.map(lambda line: f"```\n{line}\n```"),
    lines.map(lambda line: f"$$\n{line}\n$$"),
    lines.map(lambda line: f"> {line}"),
    lines.map(lambda line: f"| {line} | b |\n|---|---|\n| c | d |"),
    prose.map(lambda text: f"In summary, {text}"),
    st.tuples(endings, prose).map(lambda both: f"### {both[0]}\n{both[1]}"),
    st.tuples(prose, endings, prose).map(
        lambda three: f"1. **w2x**: {three[0]}\n2. **{three[1]}**: {three[2]}"
    ),
)


def answer(parts: list[str]) -> str:
    """Parts as one answer in which every word is another one."""
    body = "\n\n".join(["The answer begins with a sentence of some length.", *parts])
    counted = iter(range(1, 10**6))
    return re.sub(r"(?i)w\d+x", lambda match: f"{match[0][0]}{next(counted)}x", body)


answers = st.lists(blocks, min_size=1, max_size=8).map(answer)

# -- formulas, money, code -----------------------------------------------------------------------


class Written(NamedTuple):
    """A paragraph, and the formulas and the code that are in it."""

    text: str
    formulas: tuple[str, ...] = ()
    code: tuple[str, ...] = ()


NEWLINES = r"\nabla \neq \neg \nu \notin \not \nmid \ne \ni \nleq \newline \nparallel \nexists"
TABS = r"\theta \times \tau \to \text{a} \top \tan \tilde{x} \tfrac{1}{2} \textbf{b}"
OTHERS = r"x y_1 2 \alpha + < \frac{a}{b} \sqrt{x} \left(x\right) \{ \} \$ \% \, ="
symbols = st.sampled_from([*NEWLINES.split(), *TABS.split(), *OTHERS.split()])
tex = st.lists(symbols, min_size=1, max_size=6).map(lambda found: "X = " + " ".join(found))
rows = st.lists(tex, min_size=2, max_size=3).map(" \\\\\n".join)

inline = st.tuples(
    tex, st.sampled_from([("$", "$"), ("$ ", " $"), (r"\(", r"\)"), ("$$", "$$"), (r"\[", r"\]")])
).map(lambda both: Written(f"So {both[1][0]}{both[0]}{both[1][1]} holds.", (both[0],)))
displayed = st.tuples(
    st.one_of(tex, rows.map(lambda found: f"\\begin{{aligned}}\n{found}\n\\end{{aligned}}")),
    st.sampled_from([("$$\n", "\n$$"), ("$$", "$$"), ("\\[\n", "\n\\]"), ("\\[", "\\]")]),
).map(lambda both: Written(f"{both[1][0]}{both[0]}{both[1][1]}", (both[0],)))
bare = rows.map(lambda found: f"\\begin{{align}}\n{found}\n\\end{{align}}").map(
    lambda found: Written(found, (found,))
)
money = st.sampled_from(
    [
        "It grew from $5 million to $6 million.",
        "A cup costs $3, $4.50 or $ 5 today.",
        "They pay US$ 20, A$5 or 7$, never 8$.",
        "The price is $10-$20 (or $5/$6 for members).",
        "In shells, $HOME and $PATH are names.",
        r"An escaped \$x\$ is no formula.",
    ]
).map(Written)
fences = st.lists(
    st.sampled_from(
        ["x = 1", "\tif (nu) {", '\tprintf("a\\n\\t");', "not $a or $b", "\\alpha", "u"]
    ),
    min_size=1,
    max_size=4,
).map("\n".join)
code = st.one_of(
    fences.map(lambda found: Written(f"```c\n{found}\n```", code=(found,))),
    st.sampled_from(["$x$", r"a\n", r"\text{a}", "a * b"]).map(
        lambda found: Written(f"Write `{found}` here.", code=(found,))
    ),
)
technical = st.lists(
    st.one_of(inline, displayed, bare, money, code, prose.map(Written)), min_size=1, max_size=6
)


def joined(parts: list[Written]) -> Written:
    """Paragraphs as one answer."""
    return Written(
        "\n\n".join(["It begins so.", *[part.text for part in parts], "It ends so."]),
        tuple([formula for part in parts for formula in part.formulas]),
        tuple([each for part in parts for each in part.code]),
    )


technical_answers = technical.map(joined)
