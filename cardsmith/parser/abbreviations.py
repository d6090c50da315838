"""Whether a full stop ends a sentence or abbreviates, told from the words beside it."""

import re
from typing import Final

__all__ = ["ABBREVIATED", "NUMBERED", "WHOLE", "ends", "goes_on", "last"]

# What stands for a formula or code where sentences are looked for: a letter of no other use.
WHOLE: Final = "Ⱶ"

# With these no sentence ends, in any of the languages that know them.
ABBREVIATED: Final = frozenset(
    """
    Adm. Attn. Capt. Cmdr. Col. Cpl. Dr. Drs. Ft. Gen. Gov. Hon. Lt. Maj. Messrs. Mr. Mrs. Ms. Mt.
    Mx. Pres. Prof. Profs. Rep. Rev. Sen. Sgt. Ste. Sts. Supt.
    Approx. Cf. Ch. Chap. E.g. Eq. Eqs. Figs. I.e. Vol. Vols. approx. ca. cf. e.g. eg. eqs. excl.
    i.e. ie. incl. resp. viz. vol. vols. vs. w.r.t.
    Abb. Abs. Bd. Bde. Fr. Hr. Hrn. Hrsg. Kap. Nr. Vgl. Z.B. allg. bspw. bzgl. bzw. d.h. entspr.
    evtl. geb. ggf. hrsg. inkl. insb. o.g. s.o. s.u. sog. u.a. v.a. vgl. z.B. z.T. zzgl.
    Avda. Dra. Núm. Pág. Sra. Srta. Sta. Sto. aprox. ej. núm. núms. pág. págs.
    Mlle. Mme. Mmes. av. p.ex. éd. Dott. Sig. Sigg. pag. bijv. dhr. mevr. tzn.
    напр. т.е. βλ. δηλ. κ. π.χ. σελ.
    """.split()
)
# With these no sentence ends before a number, capital or not.
NUMBERED: Final = frozenset(
    """
    abb abs app approx apt art av bd bk bldg ca cap ch chap circ eq eqn eqns eqs est ex ext fig
    figs kap lib max min nr no nos núm op p pág págs par para pat pl pp pt ref refs rs s sec secs
    sect ser str tab tel ver vol vols рис стр гл
    """.split()
)
# Words that are abbreviations, too, but are none before a capital letter.
_WORDS: Final = frozenset("ark art arts con fed ill may me miss no ok ore pH reps".split())
_UNITS: Final = frozenset("cm ft hr hrs in kg km lb lbs mg min mins ml mm oz sec".split())
# What is told apart by letters: "vitamin C", "World War I".
_LETTERED: Final = frozenset(
    """
    act allele angle answer antigen appendix axis book case category chapter chromosome city class
    column company compound constant coordinate country course curve element event factor figure
    firm form gear gene generation grade group hepatitis influenza layer letter level line matrix
    model node object option part person phase plan plane player point problem process product
    protein section set shape side site solution species stage state step strain student system
    table team term town type value variable vector vertex vitamin volume war
    """.split()
)
_LISTED: Final = frozenset({"and", "or", "&", "und", "oder", "y", "et"})
# Openings of sentences that no name begins with.
_OPENING: Final = re.compile(
    r"(?:[AI]\s+[a-z]|(?:Overall|Notably|Formally|Examples?|Key)\b)|[A-Z][a-z]{6,}ly,"
    r"|(?:Here|I|It|Let|She|That|There|They|We|What|Who|You|He)['’]"
)
_SHOUTED: Final = re.compile(r"\W*[A-Z]{2}")
_OPENERS: Final = "\"'“‘«„‚([{¿¡*†"
_QUOTES: Final = frozenset("\"'”’»“")
_NUMERAL: Final = re.compile(r"\(?(?:\d|[IVXLC]{2,}\b|[A-Z]\d|[B-HJ-Z]\b|AD\b|BCE?\b|CE\b)")
_JOINED: Final = re.compile(r"(?:[/°=+<>^~×·]|^[-–])\w{1,2}$")
_STOPPED: Final = re.compile(
    r"[.!?…。！？｡؟۔।॥։](?:[^\w\s]|[¹²³⁰⁴-⁹]|\s[»])*(?:\s*\[\^?[\d,– -]+\])*\s*$"
)
_LETTERS: Final = re.compile(r"[\W_]*([^\W\d_])(\w{0,3})")
# What tells items apart begins them: "(a) Plants", "ii) Animals".
_LABEL: Final = re.compile(r"\(?[^\W_]{1,3}\)\s+\W*([^\W\d_])")
_NO_WORDS: Final = re.compile(r"[\d\W]+$|\s*\w+\s*$|\s*\([^()]*\)(?:[.;,]?\s*$|\s+[a-z])")
_COUNT: Final = re.compile(r"\(?\d{1,2}[.)]\s+")
_FIRST: Final = re.compile(r"[:;]\s+\(?1[.)]\s+$")
# A space was forgotten: rarely, and a name of two parts looks the same (System.Text).
_TYPED: Final = re.compile(r"(?:The|This|These|It|In|He|She|They|We|However|But|And|If|For|A|An)\s")
_SMALL: Final = re.compile(r"[a-z]{3}[.!?][\"”’)\]]*$")
_INITIALS: Final = re.compile(
    r"(?:^|[^\w\s.]\s*|\b(?:and|as|by|for|from|in|like|of|than|to|with)\s+)(?:[A-Z]\.){2,}\s+$"
)
_COUNTRY: Final = re.compile(r"(?:[A-Z]\.){2,}\s+$")
_NAMED: Final = re.compile(
    r"(?:New|Great|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\s+[A-Z]"
)
# German ordinals: "im 19. Jahrhundert", "am 3. Mai", but not "I am 3. May".
_ORDINAL: Final = re.compile(
    r"\b(?:[Ii]m|Am|[Dd]e[mnrs]|[Dd]as|[Vv]om|[Zz]um|und|bis)\s+\d{1,2}\.\s+$"
)
_DAY: Final = re.compile(r"(?<!\d)\d{1,2}\.\s+$")
_DATED: Final = re.compile(
    r"(?:Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Jahrhundert|Jh)\b"
)
# The splitter knows initials behind words only, and no labels: "A. The cell".
_BARE: Final = re.compile(r"(?:^\W*|[?!]\s+|[(\[\"“‘«„])[^\W\d_]\.\s+$")
_TAIL: Final = 60


def goes_on(before: str, part: str) -> bool:
    """Whether what the splitter takes for a sentence goes on with the words before it."""
    tail = before[-_TAIL:]
    if not _STOPPED.search(tail) or _is_small(part):
        return True
    if _NO_WORDS.match(part) and not _COUNT.fullmatch(part):
        return True
    if not tail[-1].isspace() and tail[-1] != "]":
        return _is_joined(tail, part)
    return _is_counted(before, part) or _is_abbreviated(tail, part)


def ends(head: str, close: str, rest: str) -> bool:
    """Whether a sentence ends at a stop after ``head``, though an abbreviation does, too.

    ``close`` are the closing brackets and quotation marks after the stop.
    """
    before, word = last(head)
    if f"{word}." in ABBREVIATED or f"{word.capitalize()}." in ABBREVIATED:
        return False
    if _OPENING.match(rest):
        return True
    if len(word) == 1:
        return not _QUOTES.isdisjoint(close) or not _is_initial(before, word, rest)
    if "." in word:
        return rest.startswith(word)
    if word.isupper() and word not in {"JR", "SR", "ST"}:
        return not _SHOUTED.match(rest)
    return (
        word in _WORDS or (word in _UNITS and before[-1:].isdigit()) or bool(_JOINED.search(word))
    )


def last(head: str) -> tuple[str, str]:
    """The words before the last one, and that."""
    *before, word = head.rsplit(None, 1)
    return "".join(before), word.lstrip(_OPENERS)


def _is_small(part: str) -> bool:
    """Whether a part begins with a small letter ("pH" and "mRNA" are as good as capitals)."""
    label, match = _LABEL.match(part), _LETTERS.match(part)
    if label and label[1].isupper():
        return False
    return bool(match and match[1].islower() and match[2] == match[2].lower())


def _is_joined(tail: str, part: str) -> bool:
    """Whether no sentence ends where no space is."""
    if tail[-1].isascii():
        return not (_SMALL.search(tail) and _TYPED.match(part))
    return tail[-1] in "」』”" and part[0] not in "「『“"


def _is_counted(before: str, part: str) -> bool:
    """Whether a number is parted from what it counts: "No. 5", "2. Cells"."""
    if _COUNT.fullmatch(before) or _FIRST.search(before[-_TAIL:]):
        return True
    _, word = last(before[-_TAIL:])
    return word[:-1].casefold() in NUMBERED and bool(_NUMERAL.match(part))


def _is_abbreviated(tail: str, part: str) -> bool:
    """Whether the last word before a part abbreviates."""
    _, word = last(tail)
    if word in ABBREVIATED or (word == "EE." and part.startswith("UU.")):
        return True
    if word[:-1].isdigit():
        return bool(_ORDINAL.search(tail) or (_DATED.match(part) and _DAY.search(tail)))
    before, letter = tail.rstrip()[:-2], word[-2:-1]
    if letter.isupper() and letter != WHOLE and not before[-1:].isalnum():
        foreign = not letter.isascii() and _is_initial(before, letter, part)
        if foreign or _BARE.search(tail):
            return True
    if _COUNTRY.search(tail):
        return bool(_NAMED.match(part) or (_INITIALS.search(tail) and not _TYPED.match(part)))
    return False


def _is_initial(before: str, letter: str, rest: str) -> bool:
    """Whether a letter is the beginning of a name, or of a word that is never written out."""
    *others, word = before.split()[-2:] or [""]
    if not word or word[-1] in ".([":
        return True
    if letter.islower():
        return bool(_NUMERAL.match(rest)) or (letter == "v" and word != word.lower())
    if word in _LISTED and others:
        word = others[0]
    if word[-1].isdigit() or word[-1] in "=<>+°%" or len(word.rstrip(",")) == 1:
        return False
    return not _LETTERED.intersection({word.casefold(), word.casefold().removesuffix("s")})
