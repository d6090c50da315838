"""Names: of people, of bodies in initials, of nations."""

from typing import Final

__all__ = ["FIRST_NAMES", "INITIALS_OF_BODIES", "NATIONS", "TITLES"]

FIRST_NAMES: Final = frozenset(
    """Aaron Abigail Abraham Ada Adam Adolf Agatha Agnes Alan Albert Alessandro Alexander
    Alfred Alice Allen Amelia Andrew Angela Anna Anne Anthony Antoine Antonio Aristotle
    Arthur Augustus Barack Barbara Beatrice Benedict Benito Benjamin Bernard Bertrand Betty
    Bill Blaise Bob Booker Brian Bruce Carl Carlos Caroline Catherine Cesar Charles Charlotte
    Che Christopher Clara Claude Claudius Constantine Cornelius Daniel David Deborah Denis
    Diego Donald Dorothea Dorothy Douglas Dwight Edgar Edith Edmund Eduard Edward Edwin
    Eleanor Eli Elizabeth Ella Emil Emily Emma Emmanuel Enrico Eric Erik Ernest Ernst Erwin
    Eugene Eva Evelyn Ferdinand Fidel Florence Frances Francis Francisco Frank Franklin Franz
    Frederick Frida Friedrich Fritz Fyodor Gabriel Galileo Gary Geoffrey Georg George Georges
    Gerald Gertrude Gilbert Giovanni Giuseppe Gloria Gordon Gottfried Grace Graham Gregor
    Gregory Guglielmo Gustav Hannah Hans Harriet Harry Harvey Heinrich Helen Hendrik Henri
    Henrietta Henrik Henry Herbert Herman Hermann Hippocrates Homer Howard Hugh Ian Ida Ignaz
    Immanuel Indira Ira Irene Isaac Isabella Isaiah Ivan Jack Jackie Jackson Jacob Jacques
    James Jane Janet Jean Jeanne Jennifer Jeremy Jesse Jessica Jim Joan Johann Johannes John
    Johnny Jonas Jonathan Jose Josef Joseph Joshua Josiah Jules Julia Julian Julius Karen
    Karl Kate Katherine Kathleen Keith Kenneth Kevin Konrad Kurt Langston Larry Laura
    Lawrence Lee Leo Leon Leonard Leonardo Leonhard Leopold Lev Lewis Linda Linus Louis
    Louisa Louise Lucretia Lucy Ludwig Luigi Luis Lyndon Lynn Mahatma Malcolm Marcel Marcus
    Margaret Maria Marie Mark Martha Martin Mary Matthew Maurice Max Maya Michael Michel
    Miguel Mikhail Milton Mohammed Mohandas Muhammad Nancy Napoleon Nathan Nathaniel Neil
    Nelson Nero Niccolo Nicholas Niels Nikola Nikolai Noah Noam Norman Oliver Olympe Oscar
    Otto Pablo Patricia Patrick Paul Peter Philip Philippe Pierre Plato Pythagoras Rachel
    Ralph Raphael Raymond Rebecca Rene René Richard Robert Roger Ronald Rosa Rosalind Rose
    Roy Rudolf Rudolph Russell Ruth Sally Salvador Samuel Sandra Sarah Scott Sergei Sigmund
    Simon Simone Socrates Sojourner Sophia Stanley Stephen Steve Steven Stuart Susan Sylvia
    Theodor Theodore Theresa Thomas Thurgood Tim Timothy Toni Ulysses Upton Vaclav Victor
    Victoria Vincent Virginia Vladimir Walt Walter Warren Wendy Werner Wilhelm William
    Winston Wolfgang Woodrow Zora""".split()
)

INITIALS_OF_BODIES: Final = frozenset(
    """US USA UK EU UN NATO FBI CIA FDA WHO NASA EPA SEC NCAA NAACP IMF WTO IRS USSR UNESCO
    BBC CDC EEC OPEC NHS USDA""".split()
)

# Adjectives, peoples and schools with a capital that is not the sentence's.
NATIONS: Final = frozenset(
    """African Africans American Americans Arab Arabic Arabs Asian Asians Athenian Athenians
    Australian Austrian Aztec Babylonian Babylonians Belgian Biblical Brazilian British Buddhist
    Buddhists Byzantine Canadian Canadians Catholic Catholics Celtic Celts Chinese Christian
    Christians Confucian Cuban Cubist Cubists Danish Darwinian Dutch Egyptian Egyptians
    Elizabethan English Etruscan European Europeans Expressionist Expressionists Finnish French
    Futurist Futurists German Germanic Germans Greek Greeks Hebrew Hellenistic Hindu Hindus
    Hispanic Impressionist Impressionists Indian Indians Iranian Iraqi Irish Islamic Israeli
    Italian Italians Japanese Jewish Jews Korean Latin Latino Marxist Mayan Mayans Mediterranean
    Mexican Mongol Mongols Muslim Muslims Napoleonic Nazi Nazis Newtonian Nigerian Nordic Normans
    Norse Norwegian Ottoman Ottomans Persian Persians Polish Portuguese Protestant Protestants
    Prussian Puritan Puritans Renaissance Roman Romans Russian Russians Scandinavian Scots
    Scottish Serbian Shakespearean Soviet Spaniards Spanish Spartan Spartans Sumerian Surrealist
    Surrealists Swedish Swiss Syrian Turkish Turks Ukrainian Victorian Vietnamese Viking Vikings
    Welsh Western Zoroastrian""".split()
)

TITLES: Final = frozenset(
    """Dr. Mr. Mrs. Ms. Prof. Professor President King Queen Emperor Pope Sir Lord Lady Saint
    St. Prince Princess Senator Governor General Judge Justice Chancellor Minister""".split()
)
