"""Words of distress: plain ones are always seen, idioms and other people's losses never are."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.nlu.distress import has_distress_cue

ROOT = Path(__file__).resolve().parents[2]

DISTRESS = """
Je vais me suicider ce soir.
j'envisage de me suicider depuis l'été
g envi de me suicidé
mon envie de mourir revient tous les matins
jveux mourrir
je voudrais mourir, je n'ai plus personne
plutôt que de payer encore, je préfère mourir
j'aimerais crever une bonne fois
je veux en finir
JE VEUX EN FINIR MAINTENANT
jen peu plus jveux den finir avec la vie
j'ai envie d'en finir avec tout
je compte en finir cette nuit
Je pense au suicide depuis que j'ai reçu votre lettre.
Des pensées suicidaires me poursuivent, je ne sais plus quoi faire de ma pension
suis suicidaire
j'ai des idées noires tout le temps
mes pensées sont très sombres, j'ai peur
je pense à mourir chaque jour
il ne me reste plus qu'à me pendre
je vais me jeter sous le train de 18h
je vais me jeter du pont si vous refusez
si la caisse refuse je me flingue
je me supprime demain et voilà
je me tue ce soir
je vais me foutre en l'air avec la voiture
jvai me tiré une balle
je vais m'ouvrir les veines dans la baignoire
je me suis taillé les poignets
je me scarifie tous les soirs
j'ai peur de me faire du mal
j'ai peur de passer à l'acte
je vais faire une connerie
j'ai peur de faire une bêtise ce soir
laissez-moi crever tranquille
je vais mettre fin à mes jours
je veux mettre fin à ma vie
je n'ai plus envie de vivre
jai plu envi de vivre
j'ai pu envie de vivre
j'ai perdu le goût de vivre
je n'ai plus aucune raison de vivre
je ne veux plus vivre
jveu plu vivre
je suis fatiguée de vivre
à quoi bon vivre avec cette douleur
je voudrais disparaître pour toujours
J'AI ENVIE DE DISPARAITRE
si je disparaissais, personne ne s'en rendrait compte
et si je disparaissais ?
ma famille serait soulagée si j'étais mort
tout serait plus simple si je n'étais plus là
mes enfants vivraient mieux sans moi
je voudrais m'endormir et ne plus me réveiller
dormir et ne plus me réveiller, c'est tout ce que je demande
je prie pour ne jamais me reveiller
combien de cachets il faut pour mourir
combien de médicaments pour ne plus se réveiller
j'ai avalé toute la plaquette
je viens de prendre tous mes cachets
j'ai bu de l'eau de javel
j'ai laissé une lettre d'adieu sur la table
adieu à tous, c'est fini pour moi
mon fils veut se suicider depuis le refus
ma fille parle de se tuer
mon frère menace de se pendre
ma femme veut mourir, que faire
mon voisin a tenté de se jeter par la fenêtre
ma mère a fait une tentative de suicide hier
j'étouffe aidez-moi
mon père n'arrive plus à respirer
ma femme ne respire plus
mon mari fait une crise cardiaque
je crois que je fais un AVC
j'ai une grosse douleur à la poitrine et au bras
mon fils est inconscient, il ne bouge plus
je perds beaucoup de sang
mon mari me frappe tous les soirs
mon ex m'a étranglée hier
mon conjoint me menace de mort
j'ai peur qu'il me tue si je pars
mon fils me tape dessus pour avoir ma carte
mon compagnon me bat, je fais quoi
mon mari vient de me frapper
je veux juste mourir
je vais finir par me jeter par la fenêtre
j'ai tenté de me pendre cette semaine
j'ai la corde prête
je viens d'avaler deux boîtes de Lexomil
l'assurance maladie m'a tout refusé, je pense au suicide
Je vous écrivais pour ma déclaration de ressources mais je n'ai plus la force de vivre, pardon.
Cela fait deux ans que je me bats, j'ai tout vendu, mes enfants ne viennent plus. Ce soir je vais me pendre.
""".strip().splitlines()

LOOK_ALIKES = """
ce dossier me tue
vos formulaires me tuent à petit feu
l'attente va me tuer
ce stress va finir par me tuer
je me tue à vous le dire depuis un mois
je me tue au travail pour 900 euros, ma pension va baisser ?
je ne vais pas me tuer à la tâche pour ça
ma femme va me tuer si j'oublie encore la déclaration
je suis mort de fatigue, je peux déclarer demain ?
on est morts de rire avec vos réponses
je suis mort de honte d'avoir raté le rendez-vous
je meurs de faim, la cantine est à quelle heure
j'ai envie de mourir de rire
mon mari s'est suicidé, quels droits pour moi ?
ma compagne s'est suicidée en mars, ai-je droit au capital décès
capital décès après un suicide, il est versé ?
depuis le suicide de mon frère je suis en arrêt, l'invalidité est possible ?
l'assurance du prêt paie-t-elle en cas de suicide ?
j'ai fait une tentative de suicide il y a six ans, le médecin-conseil le saura ?
dépression avec idées suicidaires en 2019, est-ce reconnu pour l'invalidité ?
dépression sévère avec idées noires, est-ce que ça ouvre droit à la pension
mon psychiatre note que je ne suis pas suicidaire, ça compte pour la catégorie ?
j'en peux plus d'attendre votre courrier
j'en peux plus de cette administration
je n'en peux plus de remplir des papiers, qui peut m'aider ?
je suis à bout de nerfs avec le 3646
je craque, le site ne marche pas
je désespère d'avoir une réponse à ma demande
j'ai perdu tout espoir d'obtenir la catégorie 2
je veux en finir avec ce dossier
je voudrais en finir une fois pour toutes avec ces démarches
on ne peut pas en finir avec cette déclaration ?
il faut en finir avec les retards de paiement
je veux mettre fin à mon contrat de travail
comment mettre fin à ma pension d'invalidité
la caisse a mis fin à mes indemnités journalières
on veut me supprimer ma pension
vous allez me supprimer la pension si je travaille ?
je voudrais disparaître de vos fichiers
je veux disparaître de la liste des demandeurs d'emploi
ma rubrique invalidité a disparu
je ne peux plus vivre avec 400 euros, quel complément ?
je ne veux plus vivre chez mes parents, que devient mon ASI
marre de vivre à Paris, si je déménage qui paie ma pension
je n'arrive plus à me réveiller le matin à cause du traitement
j'ai raté la convocation, je n'ai pas pu me réveiller
je prends un cachet pour ne pas me réveiller la nuit
combien de médicaments sont remboursés à 100 % ?
j'ai pris mes médicaments et je ne peux pas conduire, puis-je reporter le rendez-vous
j'ai avalé de travers en lisant votre courrier
je dois avaler dix cachets par jour, est-ce assez grave pour la catégorie 2 ?
que touche ma femme si je meurs
à ma mort, ma pension est-elle reversée à mes enfants ?
cancer en phase terminale, que devient ma pension quand je vais mourir
mon père est en train de mourir, quelles démarches pour sa pension
la mort de mon mari change-t-elle ma pension ?
je pense à la mort de ma mère et aux papiers à faire pour sa pension
adieu et merci
adieu les indemnités journalières, bonjour la pension
j'ai dit adieu à mon salaire, combien vais-je toucher
j'ai fait une bêtise dans ma déclaration
je vais faire une bêtise en signant ce contrat ?
on me met la corde au cou avec cet indu
je saute de joie, ma pension est acceptée
je vais sauter sur l'occasion de reprendre un mi-temps
ma majoration saute si je suis hospitalisé ?
ameli me jette à chaque connexion
le site plante, je vais le jeter par la fenêtre cet ordinateur
mon épouse a fait un AVC en juin, comment demander la pension pour elle
mon père a fait un infarctus l'an dernier, a-t-il droit à l'invalidité
j'ai perdu connaissance au travail en mars, est-ce un accident du travail ?
je n'arrive plus à respirer quand je monte un étage, est-ce que ça compte pour l'invalidité
BPCO : j'étouffe dans les escaliers, quelle catégorie ?
j'ai mal à la poitrine depuis mon opération de 2021, puis-je faire réviser ma catégorie ?
la CPAM ne répond plus depuis trois mois
mon mari a appelé la caisse, elle ne répond pas
mon conseiller me tape sur les nerfs
je me bats contre la sécu depuis deux ans
je me suis battue pour obtenir la catégorie 2
mon fils me bat aux échecs, je m'ennuie, puis-je reprendre le travail ?
mon employeur me menace de licenciement depuis que je suis en invalidité
la caisse me menace de poursuites pour un trop-perçu
le médecin du travail m'a tué ma carrière, je peux contester ?
j'ai quitté un mari violent l'an dernier, je change de compte bancaire, qui prévenir ?
je ne veux pas mourir de faim avec 338 euros, quel est le minimum de la pension
je n'ai pas envie de mourir au travail, je peux refuser de reprendre ?
je tue le temps en attendant votre réponse, ça prend combien de mois ?
la douleur me tue, comment demander la catégorie supérieure
on m'a violé mes droits
j'ai pris une boîte postale, comment changer mon adresse
j'ai voulu me tuer il y a dix ans, est-ce que mon dossier médical le dit ?
mon fils est tombé malade et la caisse ne répond pas
mon mari est frappé de paralysie, a-t-il droit à la tierce personne
mon père ne veut plus vivre en maison de retraite
ma mère perd la tête, qui peut faire sa demande
France services est à 60 kms, y a-t-il plus près ?
""".strip().splitlines()


@pytest.mark.parametrize("text", DISTRESS)
def test_plain_words_of_distress_are_seen(text: str) -> None:
    assert has_distress_cue(text)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_an_idiom_a_loss_or_an_old_illness_is_not_distress(text: str) -> None:
    assert not has_distress_cue(text)


def test_the_loss_of_somebody_does_not_hide_the_distress_of_the_writer() -> None:
    assert not has_distress_cue("Ma femme s'est suicidée en mai, ai-je droit à une pension de veuf ?")
    assert has_distress_cue("Ma femme s'est suicidée en mai et je veux mourir aussi.")


def test_no_example_of_another_intent_holds_a_cue() -> None:
    """Otherwise a person who asks for a figure would be told to call for help."""
    alarms = []
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if entry["intent"] != "detresse":
                alarms += [line for line in entry["examples"].splitlines() if has_distress_cue(line)]
    assert alarms == []
