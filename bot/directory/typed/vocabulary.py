"""The words around place names: what may be skipped, what announces a place, what forbids one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


# Words that may surround a place without saying anything about which one it is.
FILLERS = words("""
    a au aux de d du des en dans la le les l et ou y sur vers pres cote proche proches alentours
    environs autour par pour chez moi pas loin non c est ce cest ici actuellement maintenant plutot
    j je jhabite habite habitons habiter vis vit vivons suis sommes reside residons demeure loge
    domicilie domiciliee installe installee nous on viens cherche cherchons voudrais veux besoin
    faut trouver trouve aller peux puis dois ou quel quelle quels quelles qui il elle s se situe
    trouvez trouverai une un plus maison maisons france service services espace accueil guichet
    point bureau antenne permanence conseiller aide rencontrer rendez vous rdv quelqu quelquun un
    code postal postale cp insee commune ville village bourg bourgade hameau lieu dit departement
    dept dpt dep region arrondissement arrondissements arrdt arr quartier secteur coin centre
    banlieue agglomeration cedex france metropole ile svp stp sil plait te merci bonjour bonsoir
    salut bon ben bah alors oui euh ma mon adresse nord sud ouest pays direction canton mairie
    desormais sa son avec entre environ km kilometres kms minutes trop t qui s appelle appelle nomme
    petit petite proximite autres dirais dire originaire travaille bosse demenager demenage recemment
    depuis peu toujours juste meme exactement precisement peut etre savez avez indiquer donner
    donnez recherche aimerais souhaite souhaiterais ouvert ouverte jsuis suis quoi as tu ok okay accord ouais donc
    voila pardon celui celle finalement tout tres sui sommes ds jabite jabitte jhabit jabit habit abite residente
    resident chui chuis jsui jvis jvi on est reside g ya daccord dac mdr numero
    """)
# "chez ma mère" is no place: a possessive or "un" before a word makes it a common noun.
DETERMINERS = words(
    "ma mon mes ta ton tes sa son ses notre nos votre vos leur leurs un une ce cet cette ces "
    "quel quelle quels quelles chaque aucun aucune"
)
CONTRACTIONS = {"au": "le", "du": "le", "aux": "les", "des": "les"}
# After these, a name is where somebody lives or goes.
STRONG_CUES = words("a au aux vers sur pres cote dans autour entre")
WEAK_CUES = words("de d du des")
DWELLING = words(
    "habite jhabite habitons habiter vis vivons reside residons demeure loge domicilie domiciliee "
    "installe installee habitant habitante jabite jabitte jhabit jabit abite jvis jvi resident residente "
    "reinstalle reinstallee retire retiree"
)
# Before "de", they show that the name is a place.
PLACE_NOUNS = words(
    "pres proche proches cote autour alentours environs loin mairie ville commune village cpam "
    "caisse caf msa carsat prefecture tribunal hopital agence secteur services region banlieue "
    "centre quartier gare bassin maire habitants conseiller mdph assistante"
)
HUMAN_TITLES = words(
    "m mr mme mlle monsieur madame mademoiselle docteur dr maitre me professeur pr appelle nom "
    "prenom chez saint sainte avec conseiller avenue rue boulevard bd av allee impasse chemin "
    "route quai square cours contre monument lycee college hopital clinique"
)
FUNDS = words("cpam caf cgss cssm msa caisse cramif carsat secu mdph mairie")
# Who speaks, and where they are now.
SELF = words("j je jhabite jabite jabit nous moi on suis jsuis chui chuis")
PRESENT = words("suis sommes jsuis chui chuis reste viens sui retourne revenu revenue retour")
NOW = words("maintenant desormais ici aujourd actuellement")
RELATIVES = words(
    "fils fille soeur frere mere pere mari femme conjoint conjointe epoux epouse parents cousin cousine oncle tante "
    "neveu niece copain copine compagnon compagne ami amie amis voisin voisine collegue maman papa mamie papi"
)
# Beside these, a town is where something happened, not where help is wanted; beside the others, where one works.
AWAY = words(
    "nee ne opere operee operation accouche hospitalise hospitalisee vacances match cure voyage mariee marie enterre "
    "etais jetais etait ete epoque autrefois avant passer quitter quitte savon"
)
WORK = words("travaille travaillais travail bosse bossais ancien ancienne ouvrier ouvriere employeur usine boite")
STREETS = words(
    "rue r avenue av ave boulevard bd bld allee allees impasse chemin route place quai square cours lotissement "
    "residence passage sentier rond faubourg fg esplanade voie montee hlm"
)
# A verb "a" follows these: "il a mis", never a place.
VERB_A = words("il elle on qui y m l n t ca cela qu medecin employeur caisse cpam")
# Words that announce a sum of money or another count: the digits beside them are no postal code.
AMOUNTS = words(
    "euro euros eur gagne gagnais gagner salaire salaires revenu revenus plafond montant touche "
    "touchais percois pension brut net bruts annuel annuelle mensuel mensuelle par an mois heures "
    "trimestres francs smic payer paye somme ressources capital loyer dossier reference matricule"
)
# Beside a number of five digits and no sum of money, they say that it is a postal code.
WHERE = words("aller trouver trouve adresse services service pres proche habite jabite")
# They say that a place to be helped at is wanted.
WANTED = words("aller adresser aide aider aidee guichet service services rendre")
# What is answered when no place is given; nothing in it may be taken for a misspelt commune.
NOT_PLACES = words("""
    aucun aucune idee sais savoir pas rien nulle part partout non oui stop annuler annule retour
    arriere recommencer quitter arreter pourquoi quoi comment quand combien combiens lequel merci
    bonjour bonsoir salut coucou allo maman papa mere pere frere soeur fils fille parents enfants
    copain copine ami amis amie voisin campagne montagne mer plage foret travail boulot maison
    hopital clinique bureau appartement rue avenue boulevard chemin route loin proche ici dehors
    question dire veux peux ca cela ce chose truc passer suivant autre aide aidez moi toi lui
    peut etre jamais toujours personne quelque endroit internet telephone adresse secret prive
    monde planete terre lune soleil europe univers test pension invalidite retraite salaire medecin
    docteur dossier papier papiers formulaire malade maladie fatigue bientot demain hier
    """)
FOREIGN_COUNTRIES = words("""
    belgique suisse allemagne espagne italie portugal luxembourg angleterre royaume uni grande
    bretagne irlande ecosse pays bas hollande danemark suede norvege finlande pologne autriche grece
    turquie roumanie bulgarie hongrie croatie serbie ukraine russie tchequie slovaquie slovenie
    bosnie kosovo albanie malte chypre andorre monaco islande maroc algerie tunisie senegal mali
    egypte libye mauritanie niger tchad togo benin cameroun gabon congo guinee madagascar comores
    maurice djibouti burkina ivoire nigeria ghana kenya ethiopie rwanda burundi canada quebec etats
    unis usa amerique bresil argentine chili perou colombie mexique venezuela haiti cuba suriname
    chine japon inde vietnam thailande cambodge laos coree indonesie philippines australie israel
    liban syrie jordanie palestine iran irak arabie saoudite dubai emirats qatar koweit pakistan
    afghanistan armenie georgie bangladesh afrique asie etranger wallonie andalousie catalogne toscane lombardie
    sicile sardaigne galice castille baviere brisgau rhenanie hesse saxe tyrol transylvanie anatolie kabylie
    """) - {"grande", "uni", "unis", "bas", "pays", "bretagne", "maurice", "etats"}
FOREIGN_CITIES = frozenset(
    name.strip()
    for name in """
    bruxelles, brussels, liege, namur, charleroi, mouscron, tournai, anvers, gand, bruges, arlon,
    louvain, geneve, lausanne, zurich, bale, berne, neuchatel, fribourg suisse, lugano, monaco,
    monte carlo, luxembourg, esch sur alzette, londres, london, manchester, liverpool, birmingham,
    edimbourg, glasgow, dublin, cardiff, berlin, munich, francfort, hambourg, cologne, stuttgart,
    sarrebruck, dusseldorf, dortmund, leipzig, dresde, kehl, madrid, barcelone, barcelona, seville,
    malaga, alicante, bilbao, saint sebastien espagne, saragosse, figueras, lisbonne, lisboa, porto,
    coimbra, braga, faro, rome, roma, milan, milano, turin, torino, naples, napoli, venise, florence,
    genes, bologne, palerme, vintimille, amsterdam, rotterdam, la haye, utrecht, copenhague,
    stockholm, oslo, helsinki, varsovie, cracovie, prague, vienne autriche, budapest, bucarest, sofia,
    athenes, istanbul, ankara, belgrade, zagreb, moscou, saint petersbourg, kiev, alger, oran,
    constantine, annaba, tlemcen, setif, bejaia, tizi ouzou, blida, casablanca, rabat, marrakech, fes,
    tanger, agadir, meknes, oujda, tunis, sfax, sousse, djerba, bizerte, dakar, bamako, abidjan,
    yamoussoukro, lome, cotonou, porto novo, ouagadougou, niamey, ndjamena, conakry, douala, yaounde,
    libreville, brazzaville, kinshasa, pointe noire, tananarive, antananarivo, moroni, port louis,
    djibouti, le caire, tripoli, nairobi, lagos, accra, montreal canada, quebec, ottawa, toronto,
    vancouver, new york, washington, los angeles, miami, chicago, boston, mexico, bogota, lima,
    buenos aires, rio de janeiro, sao paulo, santiago du chili, port au prince, la havane, paramaribo,
    pekin, shanghai, hong kong, tokyo, seoul, bangkok, hanoi, saigon, ho chi minh, new delhi, bombay,
    pondichery, sydney, melbourne, tel aviv, jerusalem, beyrouth, damas, amman, teheran, bagdad,
    dubai, abou dabi, abu dhabi, doha, riyad, la mecque, andorre la vieille, etats unis, royaume uni,
    grande bretagne, pays bas, ile maurice, cote d ivoire, coree du sud, afrique du sud, pays basque espagnol,
    fribourg en brisgau, fribourg en suisse, grenade en andalousie, grenade en espagne, pays de galles
    """.replace("\n", " ").split(",")
)


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """French words that are also the name of a commune ("aime", "orange", "mars")."""
    return _read("common_words.txt")


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Words of everyday messages that no commune bears: never a misspelt commune."""
    return _read("ordinary_words.txt") | NOT_PLACES


def _read(name: str) -> frozenset[str]:
    path = Path(__file__).parent.parent / "data" / name
    return frozenset(path.read_text(encoding="utf-8").split())
