"""Words that begin many an English sentence, or are written large without naming anybody. Pure."""

_SMALL = """
a about above across after afterwards again against all almost alone along already also although
always am among an and another any anybody anyone anything anyway anywhere apart are around as aside
at away back be because been before behind being below besides best better between beyond big both
briefly but by can cannot certainly clearly could day despite did do does done down during each
early easier easy either else enough especially even eventually ever every everybody everyone
everything everywhere exactly except fair fairly far few fewer finally fine first five for four free
from full further generally good great had half hard hardly has have having he hello hence her here
hers him his honestly how however i if imagine in indeed inside instead into is it its itself just
kind last late lately later least less like likely little long longer looking lots lovely luckily
many maybe me mean meanwhile more most mostly much must my myself near nearly neither never
nevertheless new next nice nine no nobody none nor normally not nothing now nowhere obviously of off
often oh ok okay old on once one ones only open or other others otherwise our ours out outside over
own part perhaps plain plainly please plenty possibly probably quick quickly quite rather real
really recently right sadly same second see seven several shall she short should similar simple
simply since six small so some somebody somehow someone something sometimes somewhere soon sorry
still straight such suddenly ten than thank thanks that the their theirs them themselves then there
therefore these they thing things third this those though three through thus to today together
tomorrow tonight too toward towards true twice two under unfortunately unless unlike until up upon
us usually very via was we well were what whatever when whenever where wherever whether which
whichever while who whoever whole whom whose why will with within without worse worst would yes
yesterday yet you young your yours
"""
_DOING = """
accept add admit agree allow answer apply arrange ask avoid be become begin believe book bring build
buy call came care change charge check choose clean clear close collect come compare complain
consider continue copy cost create develop count cover cut deal decide describe discuss draw drop
eat end explain extend extra fall fear feel fight fill find finish fix follow forget forgive found
gave get give go got guess hand happy hate have hear heard help hide hire hold hope include invite
join keep know land lead learn leave left lend let light limit link list listen live lock look lose
lost love made make manage mark match meet mention mind miss move name need note notice offer pay
pick plan play point post prefer prepare press promise prove pull push put read record remember
remind remove repeat replace reply report request respect rest return rotate round rule run save say
search seem sell send sent serve set share show sign sit skip sleep sort speak spend split stand
start state stay step stick stop store strike suggest support swap switch take talk teach tell test
think thought throw time told took touch track train trust try turn understand use used visit wait
walk want watch wear went wish wonder word work worry write wrote
"""
_THINGS = """
accountability admin adoption advice age aim anger anxiety baby balance board body boss budget
business buyer cake calendar care carer cash chance chaos child childcare children choice client
code colleague committee community company complaint conflict confusion consent contract control
conversation corridor culture customer dad date deadline death debt decision delay delivery detail
director distance document door email emergency employee employer energy error evening exception
expectation experience expense fairness family father feedback feeling flower flowers food form
friend fund goal group guilt guide handover health history holiday home hospital hour house idea
illness income information insurance invest invoice job joy judgement key kid kindness lack language
law letter level life loan loss lunch mail management manager mate maternity meeting member
membership message method midwife minute mistake money month morning mother mum nerves night noise
notes number nursery office order ordering organisation outcome page pain paper paperwork parent
parents partner password paternity patience payment payroll payslip people period person phone place
plan planning policy position power pressure pride privacy probation problem procedure process
procurement product progress project proposal purchase quality question quote reason receipt relief
responsibility review risk role room rota rumour safety salary sale school secrecy secret session
shame shift shock shop sickness side silence situation size skill solution space staff stage story
stress stuff supplier surplus system table task tax team tender tension tension text till tone topic
training transparency transport travel treasurer trouble truth uncertainty union value van view
voice volunteer vote wage wall warehouse way week weekend woman workshop year
"""


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


SMALL = _each(_SMALL)
EVERYDAY = _each(_SMALL + _DOING + _THINGS)
"""They name nobody at the beginning of a sentence, nor where they are shouted."""

NEVER_A_NAME = _each(
    """
    a all both each every everybody everyone everything he her him i it many me most nobody nothing
    one ones other some she somebody someone something that the them these they this those there us
    we what which who you
    """
)
"""Words that stand large at the beginning of a sentence alone, also where somebody says
that it is their name.
"""

CALENDAR = _each(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday mon tue tues wed thu thurs fri sat sun christmas easter ramadan eid diwali hanukkah
    """
)
NOBODY = _each(
    """
    i footpath god internet mr mrs ok okay hr it vat pdf tv ai cv id faq gdpr eur gbp usd chf dm pm
    am ps asap diy eg ie etc fte ceo cfo kpi
    """
)
"""Written large wherever they stand, and nobody's name."""
