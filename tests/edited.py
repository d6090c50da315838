"""How the documents in ``tests/cases/rebuilds`` are edited, and what becomes of their notes."""

from typing import Final

__all__ = ["GONE", "KEPT", "LEFT", "NEW", "UNHIDDEN"]

# documents that are split, merged, moved or removed after May
LEFT: Final = (
    "astronomy/what-are-cepheids.md",
    "biology/how-do-bees-dance.md",
    "chemistry/what-is-a-base.md",
    "chemistry/what-is-an-acid.md",
    "economics/what-is-inflation.md",
    "geography/what-shapes-valleys.md",
    "music/what-is-a-fugue.md",
)

# a way of editing, what a note said in May, what it says in June: with its old history
KEPT: Final = (
    ("a section has another title", "→ Platelet plug Coagulation", "→ Plug of platelets"),
    ("a section has another title", "Platelets stick to", "Platelets stick to the collagen"),
    ("a sentence is reworded a little", "The enzyme thrombin turns", "thrombin then turns a"),
    ("a definition is reworded", "dissolves the mesh after", "dissolves the mesh once"),
    ("a term is inflected", "The proximal tubule takes", "The proximal tubules take"),
    ("a hidden term is added", "The enzyme renin is released", "and sets angiotensin free"),
    ("a hidden term is hidden no more", "The loop of Henle", "The loop of Henle makes"),
    ("a section is put in front", "Ivan III closed the kontor", "Ivan III closed the kontor"),
    ("sections are reordered", "Diet meet for the last time?", "Diet meet for the last time?"),
    ("a section is deleted", "Elizabeth I shut the London", "Elizabeth I shut the London"),
    ("a document asks another question", "How does a transformer work?", "change a voltage?"),
    ("a document has another id", "flux induce? → Voltage", "flux induce? → Voltage"),
    ("a document has another subject", "A central bank raises", "A central bank raises"),
    ("a document has other keywords", "Dearer loans reduce", "Dearer loans reduce"),
    ("a file has another name", "How do bees tell", "How do bees tell each other"),
    ("only markup is edited", "figure of eight", "figure of eight"),
    ("only a space is edited", "The angle to the vertical", "The angle to the vertical"),
    ("a document is split, its first part", "cuts a valley", "cuts a valley in the shape of"),
    ("a document is split, its second part", "Cirque →", "Cirque → A hollow with steep"),
    ("two documents are merged, the first", "hydronium ions", "hydronium ions"),
    ("two documents are merged, the second", "Ammonia →", "Ammonia → A weak base"),
    ("a document has a twin in another folder", "The past form of ir", "The past form of ir"),
    ("an answer is made longer", "where something is? →", "where something is? → estar"),
    ("a question is reworded", "first person of the present?", "of the present tense?"),
    ("another document has the same file name", "Habeas corpus →", "Habeas corpus → An order"),
)

# a way of editing, and what a note said in May that no note says in June
GONE: Final = (
    ("a number is another one", "within about 50 metres"),
    ("a sentence is rewritten", "A core of thin insulated sheets"),
    ("a section is deleted", "The herring left the Baltic Sea"),
    ("a document is split", "What shapes valleys in mountains?"),
    ("a document is removed", "Fugue →"),
    ("a document is removed", "The stretto is the part"),
    ("a document is missing for a while", "Cepheid →"),
    ("a document is missing for a while", "Henrietta Leavitt found"),
)

# a way of editing, and what a note says in June that nobody was asked before
NEW: Final = (
    ("a number is another one", "within about 80 metres"),
    ("a sentence is rewritten", "Engineers build the core"),
    ("a section is put in front", "The cog was too small"),
    ("two documents are merged", "What are acids and bases?"),
    ("another document has the same file name", "Abraham Lincoln suspended"),
)

# what notes hid in May that they do not hide in June
UNHIDDEN: Final = {"loop of henle", "moving herring", "platelet plug"}
