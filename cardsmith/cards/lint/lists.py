"""Words that a strict reader does not take for an answer, or that rest on what stood before."""

from typing import Final

__all__ = [
    "ADVERBS",
    "CONNECTIVES",
    "DEGREES",
    "GENERIC",
    "GENERIC_TITLES",
    "HEDGES",
    "PRAISE",
    "PRONOUNS",
    "SHELLS",
    "SIMPLE",
]

PRONOUNS: Final = frozenset(
    """he her hers herself him himself his it its itself she their theirs them
    themselves they""".split()
)

CONNECTIVES: Final = frozenset(
    """accordingly additionally afterwards also alternatively and besides but
    consequently conversely finally first firstly furthermore hence however indeed
    instead lastly likewise meanwhile moreover nevertheless next nonetheless nor or
    otherwise overall rather second secondly similarly so still subsequently such then
    thereby therefore third thirdly though thus ultimately yet""".split()
)

HEDGES: Final = frozenset(
    """almost approximately can could estimated frequently generally largely likely
    mainly may might mostly nearly normally often perhaps possibly potentially
    predominantly presumably primarily probably roughly sometimes suggest suggests tend
    tends typically usually""".split()
)

DEGREES: Final = frozenset(
    """actual additional adequate appropriate available basic better big broad certain
    clear close common complete complex comprehensive considerable critical crucial
    current deep different difficult direct distinct diverse early easy effective
    efficient entire essential excessive extensive few first full fundamental general
    good great greater greatest growing high higher highest huge ideal immense important
    increased increasing individual initial integral key large larger largest last later
    least less little long longer low lower lowest main major many maximum mere minimal
    minimum minor modern more most much multiple necessary new numerous obvious old
    original other overall particular pivotal poor positive possible potential powerful
    present previous primary prime profound proper quick rapid recent related relevant
    robust same secondary several severe sharp short significant similar simple single
    slight small smaller smallest special specific strong stronger strongest subsequent
    substantial successful such sufficient suitable total true typical unique unusual
    urgent useful usual valuable varied various vast vital weak whole wide wider
    widespread worse worst""".split()
)

ADVERBS: Final = frozenset(
    """again almost already always away best better even ever far fast forward further
    here highly instead less more most never now often once only quite rather seldom
    simply sometimes soon still together too twice usually very well""".split()
)

GENERIC: Final = frozenset(
    """abilities ability access achievement act action activities activity addition
    advantage aim amount analysis answer anybody anyone anything application approach
    area aspect attempt attention attribute basis behavior behaviour benefit body
    capabilities case categories category cause challenge change characteristic choice
    circumstance combination component concept concern condition consequence
    consideration context contribution criterion data day decision degree detail
    development difference difficulties difficulty dimension direction discussion dozens
    effect effectiveness effort element emphasis end entities entity environment event
    everybody everyone everything evidence example existence experience explanation
    expression extent fact factor feature field focus form foundation framework function
    goal group growth guideline help hundreds idea impact implication importance
    improvement increase individual influence information insight instance issue item
    kind knowledge lack level life limit limitation lot manner matter means measure
    mechanism method millions model nature necessity need none note nothing number
    object objective occurrence option order outcome part participant pattern people
    percent percentage period person perspective phase phenomenon place point position
    possibilities possibility potential practice presence principle problem procedure
    process product progress property purpose quality quantity question range reason
    reference relation relationship requirement resource response result rise role
    scenario section sense series set setting shift side significance situation skill
    somebody someone something source stage state step strategies strategy structure
    studies study subject success support system task technique tendency term theme
    theories theory thing thousands time tool topic trait trend type understanding usage
    use user value variation variety version view way work world year""".split()
)

# as titles of a part they say nothing of what it holds
GENERIC_TITLES: Final = frozenset(
    """advantages analysis application applications approach aspects background basics
    benefits care causes challenges characteristics closing comparison complexity
    components concepts conclusion conclusions consequences considerations context
    contribution contributions definition definitions description development
    differences disadvantages discussion effect effects elements evidence example
    examples explanation factors features findings formula function functions future
    general history impact impacts implementation implications importance information
    interpretation introduction issues key legacy limitations main mechanism mechanisms
    method methods nature notation note notes occurrence origin origins outcome outcomes
    overview perspective perspectives points principle principles process processes
    properties purpose reasons relationship relevance result results role roles scope
    significance similarities solution solutions stages steps strategies structure
    structures summary symptoms terminology tips title types understanding usage use
    uses value""".split()
)

PRAISE: Final = frozenset(
    """beneficial compelling critical crucial effective essential exceptional
    fundamental groundbreaking imperative important incredible indispensable influential
    innovative instrumental integral invaluable key major necessary notable outstanding
    paramount pivotal powerful profound prominent remarkable renowned revolutionary
    robust significance significant significantly successful transformative tremendous
    unique unparalleled valuable vital""".split()
)

# nouns that "the" points with at something told before
SHELLS: Final = frozenset(
    """act agreement amendment approach article author book case character collection
    committee company concept condition court decision device document effort episode
    equation essay event example experiment film finding framework function group idea
    incident initiative instrument law legislation letter measure meeting method model
    movement novel organisation organization patient period phase phenomenon play plot
    poem policy practice principle procedure process product program programme project
    report researcher resistance resolution result ruling series show speech stage story
    strategy study substance survey system team technique text theory title tool trial
    work writer""".split()
)

# words too plain to be recalled alone
SIMPLE: Final = frozenset(
    """able allow become begin bring cause come create do enable ensure face find gain
    get give go happen have help improve include increase involve keep know lead lose
    make meet need occur offer provide put reach reduce remain require result say see
    serve show take tend think turn use want""".split()
)
