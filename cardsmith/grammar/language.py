"""The language of a text: by its script, and by the small words that every text is full of."""

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["ENGLISH", "UNKNOWN", "language", "small_words"]

ENGLISH: Final = "en"
UNKNOWN: Final = ""
_ENOUGH: Final = 20_000  # characters; more tell nothing new
_SMALL_WORDS: Final[Mapping[str, frozenset[str]]] = {
    code: frozenset(words.split())
    for code, words in {
        "cs": """a aby ale ani asi bude by byl byla bylo být co do i jak jako je jeho jejich
            jen jeho jsou která které který má mezi na nebo není než od po pod podle pro proto
            při s se své ta tak také to tím už v ve však z za že""",
        "da": """af alle at blev de den der deres det disse efter eller en er et for fra ham
            han har hun hvor ikke jeg kan med men mellem når og også om over på sig sin som til
            ud under var ved vi være""",
        "de": """als am an auch auf aus bei bis das dass dem den der des die diese dieser durch
            ein eine einem einen einer es für haben hat ich im in ist kann mit nach nicht oder
            sein sich sie sind über um und unter von vor war werden wie wird zu zum zur
            zwischen""",
        "en": """a about after also an and are as at be been between but by can each for from
            had has have how if in into is it its may more most not of on or other such than
            that the their these they this through to was were what when where which while who
            will with would""",
        "es": """al ante como con cuando de del desde donde durante el ella en entre era es
            esta este estos fue ha hasta la las lo los más muy no o para pero por porque que se
            ser si sin sobre son su sus también un una uno y ya""",
        "fi": """että ei eli hän ja jos joka joita jossa kanssa koska kuin kun mukaan mutta
            myös ne niiden niin noin oli olivat ollut on ovat sekä sen se siitä sitä tai tämä
            vai vain voi""",
        "fr": """à au aux avec ce ces cette comme dans de des dont du elle elles en entre est
            et été être il ils la le les leur mais même ne ont ou où par pas plus pour qu que
            qui sa sans se ses son sont sous sur un une""",
        "hu": """a az azt és egy egyik ez ezt hogy is ki kell lehet meg mint nem pedig s
            szerint után vagy van volt""",
        "it": """a ad al alla anche che chi come con da dal dalla dei del della delle di e è
            essere gli ha hanno i il in la le lo ma nel nella non o per più quando questa
            questo se si sono sua sul sulla tra un una""",
        "nl": """aan als bij dat de den der deze die dit door een en er geen had heeft het hij
            in is kan maar meer met naar niet nog of om ook op over te tot uit van voor was
            werd wordt worden zich zijn zoals""",
        "no": """av bare ble blir da de den denne det dette eller en er et etter for fra ha han
            har hun hvor ikke jeg kan med mellom men når og også om opp over på seg sin skal
            som til ut var ved være""",
        "pl": """a ale by był była było być co czy dla do gdy go i ich jak jako jego jej jest
            jeśli jeszcze już które który lub ma między na nad nie niż o od oraz po pod przed
            przez przy się są ta tak także to tylko w we z za ze że""",
        "pt": """a ao aos as até com como da das de do dos e é ela ele em entre era essa esse
            esta este foi há isso mais mas na nas não no nos o os ou para pela pelo por quando
            que se sem ser seu sua são também um uma""",
        "ro": """a acest această ale au că care ce cu de din după este fi fost în între la mai
            mult nu o pe pentru prin sau se sunt și sa său un una unei unui""",
        "sv": """alla att av bara blev de dem den denna deras det detta efter eller en ett från
            för han har hon i inte jag kan man med mellan men mot måste när och också om på sig
            sin som till under upp ur var vara vid är""",
        "tr": """ama arasında bir bu çok da daha de değil en gibi göre her için ile ise kadar
            ki mi olan olarak olduğu oldu o sonra şu tarafından ve veya ya""",
    }.items()
}
_LANGUAGES: Final[dict[str, list[str]]] = {}  # of a small word
for _code, _words in _SMALL_WORDS.items():
    for _word in sorted(_words):
        _LANGUAGES.setdefault(_word, []).append(_code)
_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_FOREIGN: Final = re.compile(r"[\u0370-\u1fff\u3040-\ud7af]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEW: Final = 50
_FEWEST: Final = 2  # small words that make a language
_BETTER: Final = 1.2  # times as many as the next language has


def language(text: str) -> str:
    """The code of a text's language (ISO 639-1), or "" where too little of it tells.

    A text of another script is known by a third of its letters, so that a word of Greek in English
    changes nothing.
    """
    text = text[:_ENOUGH]
    foreign = len(_FOREIGN.findall(text))
    if foreign and 2 * foreign > len(_LATIN.findall(text)):
        # kana in Japanese and "і" in Ukrainian are few among the letters they share with others
        told = (code for code, script in _SCRIPTS if _FEW * len(script.findall(text)) > foreign)
        return next(told, UNKNOWN)
    counted = dict.fromkeys(_SMALL_WORDS, 0)
    for word in _WORD.findall(text.lower()):
        for code in _LANGUAGES.get(word, ()):
            counted[code] += 1
    found = sorted(((words, code) for code, words in counted.items()), reverse=True)
    (most, code), (next_most, _) = found[0], found[1]
    return code if most >= _FEWEST and most > _BETTER * next_most else UNKNOWN


def small_words(code: str) -> frozenset[str]:
    """The words that every text of a language is full of, in lower case; none of an unknown one."""
    return _SMALL_WORDS.get(code, frozenset())
