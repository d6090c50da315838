"""English forms that no rule gives: tables, each line a word and its forms."""

from collections.abc import Mapping
from typing import Final

__all__ = ["DOUBLING", "PAST", "PLURALS", "SAME_NUMBER", "SHORT_FORMS", "SINGULAR_IN_S"]

# base, past, participle; a base of one line alone has both from its second word
_VERBS: Final = """
abide abode abode|arise arose arisen|awake awoke awoken|be was been|bear bore borne
beat beat beaten|become became become|befall befell befallen|beget begot begotten
begin began begun|behold beheld beheld|bend bent bent|bet bet bet|bid bid bid|bind bound bound
bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred
bring brought brought|broadcast broadcast broadcast|build built built|burst burst burst
buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung
come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug
do did done|draw drew drawn|drink drank drunk|drive drove driven|dwell dwelt dwelt|eat ate eaten
fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled
fling flung flung|fly flew flown|forbid forbade forbidden|forecast forecast forecast
foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forsake forsook forsaken
freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground
grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit
hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid
lead led led|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost|make made made
mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken
misunderstand misunderstood misunderstood|outgrow outgrew outgrown|overcome overcame overcome
overhear overheard overheard|override overrode overridden|oversee oversaw overseen
overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid paid
put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|rend rent rent
repay repaid repaid|reset reset reset|rethink rethought rethought|rewrite rewrote rewritten
rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen
seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed
shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut
sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid
sling slung slung|speak spoke spoken|speed sped sped|spend spent spent|spin spun spun
split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen
stick stuck stuck|sting stung stung|stride strode stridden|strike struck struck
string strung strung|strive strove striven|swear swore sworn|sweep swept swept
swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught
tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust
tread trod trodden|undergo underwent undergone|underlie underlay underlain
understand understood understood|undertake undertook undertaken|undo undid undone
upset upset upset|uphold upheld upheld|wake woke woken|wear wore worn|weave wove woven
weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld
withstand withstood withstood|wring wrung wrung|write wrote written
"""


def _verbs() -> dict[str, tuple[str, str]]:
    found = {}
    for entry in _VERBS.replace("\n", "|").split("|"):
        if entry.strip():
            base, past, participle = entry.split()
            found[base] = (past, participle)
    return found


# base -> past, participle
PAST: Final[Mapping[str, tuple[str, str]]] = _verbs()

# Verbs of more than one syllable that double their last letter: "occurred", "submitting".
DOUBLING: Final = frozenset(
    """abet abhor acquit admit allot annul compel concur confer control commit debug defer
    demur deter disbar dispel embed emit enrol entrap equip excel expel extol format forget
    handicap incur infer inter kidnap occur offset omit overlap patrol permit prefer propel
    rebel rebut recur refer regret remit repel reset rerun submit transfer transmit unplug
    upset worship zigzag outfit program input output begin forbid forget""".split()
)

_NOUNS: Final = """
man men|woman women|child children|person people|foot feet|tooth teeth|goose geese|mouse mice
louse lice|ox oxen|die dice|penny pence|half halves|leaf leaves|life lives|knife knives|wife wives
wolf wolves|shelf shelves|self selves|calf calves|loaf loaves|thief thieves|hoof hooves|elf elves
scarf scarves|criterion criteria|phenomenon phenomena|automaton automata|polyhedron polyhedra
taxon taxa|mitochondrion mitochondria|ganglion ganglia|spermatozoon spermatozoa|protozoan protozoa
bacterium bacteria|medium media|datum data|stratum strata|curriculum curricula
memorandum memoranda|symposium symposia|millennium millennia|quantum quanta|ovum ova|cilium cilia
flagellum flagella|epithelium epithelia|endothelium endothelia|sternum sterna|atrium atria
septum septa|serum sera|addendum addenda|spectrum spectra|referendum referenda
equilibrium equilibria|cranium crania|stimulus stimuli|nucleus nuclei|fungus fungi|alumnus alumni
locus loci|radius radii|focus foci|cactus cacti|syllabus syllabi|bacillus bacilli
nucleolus nucleoli|thrombus thrombi|embolus emboli|hippocampus hippocampi|gyrus gyri|sulcus sulci
alveolus alveoli|bronchus bronchi|villus villi|glomerulus glomeruli|streptococcus streptococci
staphylococcus staphylococci|terminus termini|meniscus menisci|humerus humeri|calculus calculi
corpus corpora|genus genera|opus opera|viscus viscera|vertebra vertebrae|alga algae|larva larvae
antenna antennae|formula formulae|nebula nebulae|alumna alumnae|pupa pupae|supernova supernovae
lacuna lacunae|trachea tracheae|fibula fibulae|bursa bursae|analysis analyses|basis bases
crisis crises|thesis theses|hypothesis hypotheses|synthesis syntheses|axis axes
diagnosis diagnoses|prognosis prognoses|oasis oases|parenthesis parentheses|ellipsis ellipses
metastasis metastases|paralysis paralyses|emphasis emphases|testis testes|neurosis neuroses
psychosis psychoses|catharsis catharses|mitosis mitoses|meiosis meioses|nemesis nemeses
synopsis synopses|antithesis antitheses|hydrolysis hydrolyses|photosynthesis photosyntheses
matrix matrices|index indices|vertex vertices|appendix appendices|vortex vortices|apex apices
codex codices|helix helices|cortex cortices|cervix cervices|calyx calyces|larynx larynges
phalanx phalanges|meninx meninges|schema schemata|stigma stigmata|stoma stomata|lemma lemmata
bureau bureaux|plateau plateaux|tableau tableaux|chateau chateaux|cherub cherubim
kibbutz kibbutzim|quiz quizzes|bus buses|gas gases|lens lenses|alias aliases|bias biases
virus viruses|canvas canvases|atlas atlases|iris irises|pelvis pelvises|penis penises
status statuses|census censuses|campus campuses|sinus sinuses|fetus fetuses|uterus uteruses
chorus choruses|bonus bonuses|consensus consensuses|genius geniuses|octopus octopuses
walrus walruses|surplus surpluses|apparatus apparatuses|hero heroes|potato potatoes
tomato tomatoes|echo echoes|veto vetoes|torpedo torpedoes|embargo embargoes|mosquito mosquitoes
volcano volcanoes|tornado tornadoes|cargo cargoes|mango mangoes|buffalo buffaloes|photo photos
piano pianos|memo memos|zero zeros|radio radios|studio studios|video videos|ratio ratios
"""

# singular -> plural
PLURALS: Final[Mapping[str, str]] = {
    entry.split()[0]: entry.split()[1] for entry in _NOUNS.strip().replace("\n", "|").split("|")
}

SAME_NUMBER: Final = frozenset(
    """aircraft bison cod crossroads deer fish headquarters moose offspring salmon series
    sheep shrimp spacecraft species squid swine trout works means chassis corps""".split()
)

# Words in -s that name one thing: "physics is", "the news is".
SINGULAR_IN_S: Final = frozenset(
    """acoustics aerodynamics aesthetics athletics biophysics bioethics calculus chaos cosmos
    diabetes dynamics economics electronics ergonomics ethics genetics genomics geophysics
    gymnastics herpes hydraulics kinematics kinetics linguistics logistics mathematics
    mechanics metaphysics news obstetrics optics pediatrics pharmacokinetics phonetics
    physics poetics politics proteomics rabies rickets robotics semantics semiotics statics
    statistics tennis thermodynamics mars measles mumps pus plus thus christmas texas kansas
    paris athens brussels wales""".split()
)

# Contracted and strange forms, each with its base.
SHORT_FORMS: Final[Mapping[str, str]] = {
    form: base
    for base, forms in {
        "be": "am 'm ’m is are 're ’re was were been being",
        "belie": "belied belies belying",
        "burn": "burnt",
        "can": "ca",
        "die": "dying",
        "do": "does",
        "dream": "dreamt",
        "get": "got",
        "go": "goes",
        "have": "has 've ’ve",
        "leap": "leapt",
        "learn": "learnt",
        "lie": "lay lying",
        "light": "lit",
        "mow": "mown",
        "prove": "proven",
        "sew": "sewn",
        "shall": "sha",
        "sow": "sown",
        "spell": "spelt",
        "tie": "tying",
        "undergo": "undergoes",
        "untie": "unties untied untying",
        "vie": "vying",
        "wane": "waned wanes waning",
        "will": "wo 'll ’ll",
        "would": "'d ’d",
    }.items()
    for form in forms.split()
}
