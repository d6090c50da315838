"""What a noun stands for: a person, a body of people, a time, a place, or nothing that is sure."""

import re
from typing import Final

__all__ = [
    "BODIES",
    "IDENTIFIED",
    "MONTHS",
    "NAMED_KINDS",
    "NOT_PLACES",
    "NO_KIND",
    "PERSONAL_DEEDS",
    "PERSONS",
    "THINGS_IN_ING",
    "VAGUE",
    "maybe_person",
]

PERSONS: Final = frozenset(
    """abbot abolitionist accountant activist actor actress administrator adolescent adult
    adviser advisor advocate african alchemist ally american analyst anarchist anthropologist
    anybody anyone apostle applicant apprentice archaeologist archbishop architect aristocrat
    artisan artist assistant astronaut astronomer athenian athlete attendee attorney auditor
    author baby bachelor baker banker baron beginner behaviorist believer biologist bishop
    borrower botanist boy brother builder businessman buyer bystander caliph candidate captain
    caregiver celebrity chancellor charioteer chemist chief child christian citizen clergy clerk
    client clinician coach colleague collector colonist colonizer comedian commander commoner
    competitor composer conqueror consul consultant consumer contractor contributor cook
    counselor couple craftsman creator creditor criminal critic crowd customer dancer daughter
    dealer defendant demonstrator dentist descendant designer detective developer dictator
    diplomat director disciple doctor donor dramatist driver duke earl economist editor educator
    elder elite emigrant emir emperor employee employer empress engineer entrepreneur epicurean
    epidemiologist european everybody everyone examiner expert explorer family farmer father
    feminist fighter filmmaker fisherman follower founder friend gangster gardener general
    geneticist geographer geologist girl god goddess governor graduate grandfather grandmother
    grandparent greek guardian guest heir herder hero heroine historian homeowner human hunter
    husband immigrant individual industrialist infant influencer inhabitant inspector instructor
    insurer interpreter interviewer inventor investigator investor jew journalist judge juror
    kid king knight laborer labourer landlord landowner laureate lawmaker lawyer leader learner
    lecturer legislator lender librarian linguist listener lord lover man manager marketer
    master mathematician mayor member mentee mentor merchant messenger midwife minister
    missionary monarch monk mother musician muslim narrator neighbor neighbour neurologist
    neuroscientist newborn newcomer nobility nobleman nobody novelist nun nurse officer official
    operator oracle orator organizer orphan owner painter parent participant partner passenger
    pathologist patient peasant pedestrian peer people performer person pharaoh pharmacist
    philosopher photographer physician physicist pilgrim pilot pioneer pirate planner player
    playwright poet police policymaker politician pope practitioner preacher predecessor
    president priest priestess prince princess principal prisoner professional professor
    programmer prophet prosecutor psychiatrist psychologist publisher pupil puritan queen rabbi
    radiologist reader realist rebel recipient recruiter reformer refugee reporter
    representative researcher resident responder retailer reviewer roman romantic royalty ruler
    sailor saint scholar scientist scribe sculptor secretary seller senator senior settler
    shareholder shepherd shopper sibling singer sister slave slaveholder smoker sociologist
    soldier somebody someone son songwriter sovereign spaniard speaker specialist spectator
    spouse stakeholder statesman steward stoic storyteller student suffragist sultan supervisor
    supplier supporter surgeon surrealist survivor tailor taxpayer teacher team technician
    teenager tenant theorist therapist thief thinker toddler tourist trader trainee trainer
    traveler traveller treasurer twin tyrant user vendor veteran victim viewer viking villager
    villain visitor volunteer voter warrior widow wife winner witness woman worker writer youth
    zoologist""".split()
)

# Bodies of people act as people do, but are asked for by kind only: "Which court ...?"
BODIES: Final = frozenset(
    """academy administration agency army assembly association audience bank board brand
    business cabinet church city civilization class club college commission committee
    community company congress corporation council country court culture department dynasty
    empire enterprise faction figure firm force foundation generation government group hospital host
    industry institution jury kingdom league legislature majority market media ministry
    minority movement nation navy network ngo organisation organization parliament party
    police population press public republic school sector senate side society staff startup
    state studio system team town tribe tribunal union university village workforce""".split()
)

# The last word of a name that tells what it names: "the Nineteenth Amendment".
NAMED_KINDS: Final = frozenset(
    """act age agreement algorithm amendment army artery bank basin battle bay bill bridge
    building canal cathedral cell century charter church code commission committee company
    conference congress constitution convention council court crisis cycle declaration
    depression desert disease doctrine dynasty effect empire epic equation era expedition
    experiment festival fire force front gland gulf hypothesis institute island isles kingdom
    lake law league magazine method model mountain mountains movement museum nerve ocean
    organization palace paradox park party peninsula period plan plateau principle prize
    program project protocol rebellion reformation renaissance republic resolution revolution
    rite river rule school sea senate society strait summit syndrome system temple test
    theorem theory treaty tribe tunnel union university valley virus volcano wall war""".split()
)

# Nouns that are no kind of thing: nobody asks "Which importance ...?".
NO_KIND: Final = frozenset(
    """ability absence accumulation activity addition amount aspect availability basis
    beginning case change concept consequence decline decrease development difference effect
    end example existence fact factor failure feature figure finding focus form formation
    fraction function goal growth idea importance improvement increase information instance
    intake issue kind knowledge lack level life line loss majority mathematics matter means message
    news     nature need note notion number part period phenomenon point practice presence problem
    progress purpose quality quantity rate ratio reason reduction result rise role sense set
    side situation size state step study success thing time topic use value way work
    world""".split()
)

# Adjectives that tell no thing from others of its kind: no "Which ...?" can rest on them.
VAGUE: Final = frozenset(
    """additional all another any big both certain common complex critical crucial current
    different each early effective entire essential every excessive few final first following
    fundamental further general given good great high higher important increased increasing
    initial key large larger last late little long lower main major many modern more most
    multiple necessary new next original other overall own particular poor possible potential
    previous primary proper recent relevant respective same second several short significant
    similar simple single small smaller some special specific strong successful such these
    third those total traditional true unique usual valuable various vital well whole
    wide""".split()
)

# Deeds that people do and things do not.
PERSONAL_DEEDS: Final = frozenset(
    """argue assassinate author believe betray campaign claim coin compose conceive conduct
    die discover emigrate envisage envision flee formulate found graduate hypothesize invent
    lecture marry paint patent pen persuade philosophize pioneer postulate preach
    publish rebel refuse reign resign sculpt sing study teach theorize travel win write""".split()
)

# Nouns that are told by a deed: "the first step is cutting the stem".
IDENTIFIED: Final = frozenset(
    """aim approach aspect challenge concern duty example factor feature focus function goal job
    key method mission objective part priority problem purpose reason role solution step strategy
    task technique theme way""".split()
)

# Nouns after "in" or "at" that are no place although the verb asks for one.
NOT_PLACES: Final = frozenset(
    """absence addition adult adults advance age angle approach aspect bulk case cases century
    change child children circumstance combination common comparison competition concentration
    concept conclusion condition conditions conjunction connection contact context contexts
    contrast controversy conversation cooperation cost course crisis culture decade decline
    degree detail disagreement discussion disguise document dose effect emphasis era error
    essence event exchange fact favor favour female females field force form forms frequency
    front full function general half hand history idea individual individuals infant infants
    instance intensity interest isolation kind lead level life light line literature love male
    males man manner means media men method mind mode moment nature number order pain pair pairs
    parallel part parts passing past patient patients pattern patterns peace people period
    person ph phase phases place play point practice presence pressure price principle
    proportion question range rate reaction reality reference relation relationship research
    response result return role scale school season secret sequence series setting shape short
    situation situations size society speed stage stages state step steps style sync synergy
    system tandem temperature tension term terms text theory time times tone total tradition
    transit trouble turn type types unison use vain variety velocity view voltage war way ways
    woman women word words work works world writing year years""".split()
)

MONTHS: Final = frozenset(
    """january february march april may june july august september october november
    december""".split()
)

# Words in -ing that name a thing and not what somebody does.
THINGS_IN_ING: Final = frozenset(
    """being building ceiling coating dwelling king offering opening painting ring spring
    wing""".split()
)

_AGENTIVE: Final = re.compile(r".*(?:er|or|ist|ian|ee|eur|man|woman|men|women)s?", re.DOTALL)
# They end as words for people do, and name none.
_THINGS_LIKE_AGENTS: Final = frozenset(
    """abdomen actuator acumen adapter additive after agonist amplifier anger answer
    antagonist antibiotic antimatter armor barrier behavior behaviour bilayer binder
    biomarker bisector bladder blocker border breast browser buffer bumper butter calculator
    calorimeter cancer canter capacitor career carrier catalyst catheter center centimeter
    centre chamber chapter character charter checklist cluster cofactor coffee color colour
    comparator compiler computer connector container converter copper corner counter cover
    crater cylinder cyst danger degree denominator detector diameter disaster disorder door
    effector eigenvector elastomer encounter endeavor enhancer enzyme error ester ether
    factor fastener favor feast fee fertilizer fever fiber fibre filament filler filter
    finger fist floor flower folder forest founder freshwater frontier gallbladder gender
    generator glacier header helicopter honor horror human humor hunger identifier indicator
    inducer inductor inflation inhaler inhibitor insulator integer interest interior inverter
    isomer kilometer knee labor labour ladder laser layer letter lever lighter liner list
    liter locomotor lumen luster maneuver manner manpower manslaughter marker matter meander
    median mediator merger metaphor meter metre microcontroller microprocessor millimeter
    mirror mist modifier monomer monster mortar motor murder nectar neurotransmitter
    newsletter newspaper nociceptor number numerator odor offer oligomer omen order other
    over oyster paper parameter pepper phasor photoreceptor plaster pointer poller polymer
    poster powder power prayer precursor predecessor primer processor progenitor promoter
    proper protist quarter radian reactor receptor recorder rectifier regimen register
    regulator reminder repressor resistor respirator rigor river rotor router scanner
    seafloor seawater sector semen semester semiconductor sensor server shelter shoulder
    shower silver skyscraper slider specimen sphincter spillover stabilizer stamen stator
    steer stressor sugar summer supercomputer suppressor talisman tensor terror theater
    theatre tier timber timer tower tracer tractor transfer transformer transistor tremor
    trigger trimmer tumor tumour turnover twist ulcer vapor vector vesper vigor wafer waist
    wastewater water weather winter wonder wrist yeast zipper""".split()
)


def maybe_person(noun: str) -> bool:
    """Whether a common noun, singular and small, might name a person without being known to."""
    return noun not in _THINGS_LIKE_AGENTS and _AGENTIVE.fullmatch(noun) is not None
