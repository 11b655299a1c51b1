// @ts-check
// The sentences of the panel itself; those of the conversation come from the service.

export const GREETING = "Bonjour. Je suis un programme qui répond aux questions sur la pension d'invalidité\u00a0: les conditions, la demande, le montant, les déclarations, le travail, la retraite.";
export const CAUTION = "Je ne décide de rien\u00a0: seule la caisse décide. Ne donnez ni nom, ni adresse, ni numéro de Sécurité sociale.";
export const SUGGESTIONS = ["Vérifier ma situation", "Comment demander la pension\u00a0?", "Combien vais-je recevoir\u00a0?", "Que dois-je déclarer\u00a0?"];

export const FOUND = "Votre conversation est retrouvée.";
export const FORGOTTEN = "Votre conversation précédente a été effacée.";
export const LOST = "L'assistant ne retrouve plus cette conversation\u00a0: il l'a effacée, ou il a redémarré.";
export const RESUMABLE = "Je peux la reprendre à partir de ce que vous avez écrit ici.";
export const RESUME = "Reprendre cette conversation";
export const TOO_LONG = "Cette conversation est trop longue pour être reprise.";
export const RESUMED = "La conversation est reprise. Vous pouvez continuer.";
export const KEPT = "Ce que vous avez écrit reste dans la zone de message.";
export const UNREADABLE = "Cette réponse ne peut pas s'afficher. Vous pouvez poser votre question autrement.";
export const ANEW = "Commencer une nouvelle conversation";
export const READY = "Une nouvelle conversation peut commencer.";
export const ERASED = "C'est effacé. Vous pouvez commencer une autre conversation.";
export const NOT_BEGUN = "La conversation n'a pas encore commencé. Écrivez votre question, ou choisissez un sujet.";

export const WRITING = "L'assistant écrit…";
export const SLOW = "La réponse prend plus de temps que d'habitude. Vous n'avez rien à faire.";
export const FINDING = "Un instant, je cherche si une conversation est déjà commencée.";
export const ALREADY = "La réponse est déjà dans la conversation.";
export const BUSY = "Un instant, je réponds d'abord à votre message précédent.";
export const DISCONNECTED = "Vous êtes hors connexion. Vous pouvez relire la conversation\u00a0; l'envoi attend le retour du réseau.";
export const CONNECTED = "La connexion est revenue.";
export const AGAIN = "Réessayer";

/** @param {number} length @param {number} most */
export const tooLong = (length, most) => `Votre message a ${length} caractères\u00a0: c'est trop long. Gardez-en ${most} au plus.`;

export const SURE = "Effacer toute la conversation\u00a0? On ne peut pas revenir en arrière.";
export const YES_ERASE = "Oui, effacer";
export const CANCEL = "Annuler";
export const SIMPLE = "Les réponses seront plus simples.";
export const COMPLETE = "Les réponses sont de nouveau complètes.";

export const READ = "Lire à voix haute";
export const STOP_READING = "Arrêter la lecture";
export const DICTATE = "Dicter";
export const STOP_DICTATING = "Arrêter la dictée";
export const DICTATION = "La dictée est faite par votre navigateur. Il peut envoyer votre voix à son éditeur. Évitez de dire votre nom ou un numéro.";
export const DICTATE_NOW = "Dicter mon message";
export const DICTATED = "La dictée est finie. Relisez votre message avant de l'envoyer.";

export const THANKS = "Merci pour votre avis.";
export const NO_THANKS = "Votre avis n'a pas pu être envoyé. Ce n'est pas grave.";
