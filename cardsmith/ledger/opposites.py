"""Words that turn a statement round when one takes the place of the other."""

from functools import lru_cache
from typing import Final

from cardsmith.grammar import stem

__all__ = ["NEGATORS", "opposed"]

NEGATORS: Final = frozenset(
    """absence absent barely cannot except hardly lack lacking lacks neither never no nobody none
    nor not nothing nowhere rarely scarcely seldom unless without""".split()
)

_PAIRS: Final = """
above below, absence presence, absent present, absorb emit, absorb release,
accelerate decelerate, accept donate, accept reject, acid base, acidic alkaline, acidic basic,
activate deactivate, activate inhibit, active passive, add remove, add subtract, advance retreat,
afferent efferent, after before, agonist antagonist, agree disagree, allow forbid, allow prevent,
always never, anabolic catabolic, anion cation, anode cathode, anterior posterior,
appear disappear, arrive leave, artery vein, ascend descend, asset liability, attract repel,
autosomal sexlinked, backward forward, bear bull, begin end, benign malignant, best worst,
better worse, big small, bottom top, bound free, bound unbound, broad narrow, buy sell,
cause prevent, cheap expensive, chronic acute, clockwise counterclockwise, close distant,
close open, cold hot, cold warm, concave convex, condense evaporate, connect disconnect,
constant variable, construct destruct, consumer producer, continuous discrete, contract expand,
contract relax, converge diverge, convergent divergent, cool heat, credit debit, dark light,
daughter parent, dead alive, decline growth, decline rise, decrease increase, decrease rise,
deep shallow, defendant plaintiff, deficit surplus, demand supply, dependent independent,
depolarize hyperpolarize, depolarize repolarize, deposit withdraw, die live, difficult easy,
dilute concentrate, diminish enhance, direct indirect, disable enable, distal proximal,
divide multiply, divisor dividend, dominant recessive, dorsal ventral, down up, drop rise,
dry wet, early late, east west, eastern western, efficient wasteful, elastic inelastic,
empty full, encode decode, encourage discourage, endothermic exothermic, entry exit,
equal unequal, equilibrium disequilibrium, exclude include, exhale inhale, expense revenue,
explicit implicit, export import, external internal, fail succeed, failure success, fall rise,
false true, fast slow, father mother, female male, few many, fewer more, final initial,
finite infinite, first last, fixed variable, flexible rigid, floor ceiling, formal informal,
gain lose, gain loss, gas liquid, gas solid, genotype phenotype, global local, good bad,
greater less, greater lesser, greater smaller, hard soft, harm benefit, heavy light, help hinder,
heterogeneous homogeneous, heterozygous homozygous, high low, higher lower, highest lowest,
horizontal vertical, host guest, hydrophilic hydrophobic, improve worsen, in out,
inbound outbound, inductive deductive, inner outer, input output, inside outside, inward outward,
join leave, kinetic potential, large small, larger smaller, largest smallest, lateral medial,
lead lag, least most, left right, lend borrow, lender borrower, less more, liquid solid,
long short, longer shorter, longitudinal transverse, loss profit, lower raise, lower upper,
macroscopic microscopic, major minor, majority minority, mandatory optional, mandatory voluntary,
maximize minimize, maximum minimum, mitosis meiosis, monarchy republic, narrow wide, near far,
necessary sufficient, negative positive, new old, north south, northern southern,
numerator denominator, objective subjective, odd even, often rarely, oppose support,
oxidation reduction, oxidize reduce, parallel perpendicular, parallel series,
parasympathetic sympathetic, partial total, past future, peak trough, permanent temporary,
permit prohibit, phloem xylem, plural singular, plus minus, poor rich, precede follow,
predator prey, primary secondary, private public, product reactant, prohibit require,
prokaryotic eukaryotic, promote inhibit, promote prevent, protect expose, proton electron,
pull push, pulmonary systemic, qualitative quantitative, raise reduce, reactive inert,
real imaginary, real nominal, receive send, receive transmit, receptor effector, release retain,
release store, relevant irrelevant, reveal conceal, reversible irreversible, rough smooth,
rural urban, safe dangerous, same different, same opposite, saturated unsaturated, sensory motor,
sharp blunt, simple complex, sink source, sit stand, slow quick, soluble insoluble,
solute solvent, spend save, stable unstable, start end, start stop, static dynamic,
stimulate inhibit, stimulate suppress, strengthen weaken, strict lenient, strong weak,
stronger weaker, superior inferior, suppress express, systole diastole, tall short,
teacher student, thick thin, tight loose, together apart, transcription translation,
trivial essential, under over, unite divide, upstream downstream, vacant occupied, vertex edge,
victory defeat, vowel consonant, wave particle, white black, win lose, winter summer,
with without, young old
"""
# "symmetric" and "asymmetric", "inflation" and "deflation"
_PREFIXES: Final = (
    *("anti", "counter", "de", "dis", "down", "endo", "ex", "exo", "extra", "hetero", "homo"),
    *("hyper", "hypo", "il", "im", "in", "inter", "intra", "ir", "macro", "mal", "micro", "mono"),
    *("multi", "non", "out", "over", "poly", "post", "pre", "sub", "super", "un", "under", "up"),
    "a",
)
_SHORTEST_ROOT: Final = 4


def _table() -> frozenset[tuple[str, str]]:
    pairs = [each.split() for each in _PAIRS.replace("\n", " ").split(",")]
    return frozenset((min(pair), max(pair)) for pair in (tuple(map(stem, each)) for each in pairs))


_OPPOSED: Final = _table()


@lru_cache(maxsize=4096)
def opposed(one: str, other: str) -> bool:
    """Whether two stems are opposites: by the list above, or by their prefixes."""
    pair = (one, other) if one < other else (other, one)
    return one != other and (pair in _OPPOSED or _differ_in_prefix(one, other))


def _differ_in_prefix(one: str, other: str) -> bool:
    roots = _roots(one) & _roots(other)
    return any(len(root) >= _SHORTEST_ROOT for root in roots)


@lru_cache(maxsize=4096)
def _roots(word: str) -> frozenset[str]:
    return frozenset(
        {word, *(word[len(each) :].lstrip("-") for each in _PREFIXES if word.startswith(each))}
    )
