"""Pieces of phrases that have a name (written as `phrases.py` says); `not_…` is what must not follow."""

from __future__ import annotations

FRAGMENTS = {
    # Who, and with what.
    "near": r"""
        il|elle
        mari|femme|conjointe?|compagnon|compagne|copain|copine|ex
        fils|fille|pere|mere|papa|maman|frere|soeur|oncle|tante|gendre|bebe|enfant
        voisine?|amie?
    """,
    "man_near": "mari|ex|conjoint|compagnon|fils|pere",
    "pills": r"""
        boites?|plaquettes?|cachets?|comprimes?|pilules
        medocs|medicaments?|somniferes?|anxiolytiques|antidepresseurs
        lexomil|xanax|valium|stilnox|doliprane|morphine
    """,
    "box": "boites?|plaquettes?",
    "several": "deux|trois|quatre|cinq|plusieurs",
    "weapon": "couteau|fusil|pistolet",
    # Suicide.
    "want": r"""
        veux|voudrais|aimerais|souhaite|envisage de|compte
        prefere|prefererais|preferais|autant|mieux vaut|vaut mieux
        pense a|songe a|reve de
        (?<!pas )envie de
    """,
    "really": "plutot|juste|vraiment|seulement|tellement|simplement",
    "they_want": r"""
        veut|voulait|voudrait
        parle de|menace de
        essaie de|essaye de|a essaye de|vient d essayer de
        tente de|a tente de|vient de tenter de
    """,
    "kill": r"""
        flinguer|buter|pendre|empoisonner|suicid\w+
        foutre en l air|tirer? une balle
        jeter (sous|par|du|dans (le vide|la|l eau))|balancer (sous|par|du)
        (ouvrir|couper|tailler) les veines
        tuer(?! (a la|au|aux|pour|en)\b)  # me tuer à la tâche
        supprimer(?! (la|le|les|l|ma|mon|mes|cette|ce|ces|une?|des)\b)  # me supprimer la pension
        noyer(?! (dans|sous)\b)  # me noyer dans la paperasse
    """,
    "kill_me": "(me|m) <kill>",
    "kill_self": "(se|s) <kill>",
    # With life, oneself or everything: "en finir avec ce dossier" is let through.
    "end_it": r"en finir(?!.{0,40}\bavec (?!(la|ma|cette) vie|l existence|moi|tout(?! (ce|cet|cette|ces))))",
    "swallow": r"avale\w*|gobe\w*",
    "no_waking": r"(plus|jamais|pas)( jamais| plus)? (me|se|m) ?reveill\w+<not_badly>",
    # The alarm clock, and bad nights.
    "not_badly": r"(?! (la nuit|le matin|en retard|tot|tard|a|au|avec|fatigue\w*)\b)",
    "my_life": "mes jours|mes souffrances|mon existence|ma vie|ses jours|sa vie",
    # Je me tue au travail, à vous le dire.
    "not_a_task": r"\b(?! (a|au|pour|la|le|les|ma|mon|mes)\b)",
    # With whom or where is another matter.
    "live": r"(vivre|la vie)(?! (avec|chez|a|au|en|ici|dans|ensemble)\b)",
    "not_somewhere": r"(?! (avec (?!cette|ca)|chez|a|au|ici|en|dans|seule?|ensemble|loin|pres|sous)\b)",
    "vanish": "(veux|voudrais|envie de|prefere|autant) disparaitre",
    "jump": "je saute|vais sauter|veux sauter|envie de sauter|si je saute",
    "better": r"mieux|plus simple|plus heureu\w*|content\w*|soulag\w*|tranquilles?|debarrass\w*",
    "if_i_were": "si j etais?|si je n etais|que je( ne)? sois|si je serais",
    "gone": "morte?|plus (la|ici|de ce monde)",
    # Emergency; on an effort, every night or for years, it is an illness.
    "not_on_effort": r"""
        (?! (quand|en|des|depuis|a l effort|dans|sous|correctement|normalement|comme|bien|avec|la nuit)\b)
    """,
    "not_often": "(?! (chaque|souvent|parfois|tous|par|des que|quand|a chaque))",
    "not_long_ago": "(?! (souvent|parfois|tous|des|quand|a chaque|regulierement|au travail|en|il y a|pendant|lors))",
    "attack": """
        une? (gros |grosse )?(malaise|avc|infarctus|crise cardiaque|arret cardiaque|hemorragie|overdose(?! de))
    """,
    "bad": "j ai|il a|elle a|gros|grosse|forte|violente",
    "chest": "(poitrine|thorax)(?! (depuis|chaque|quand|a l effort|qui dure|chronique))",
    "fallen": r"est tombee?(?! (malade|en|de|d|dans la)\b)|est par terre|s est effondree?|s est evanouie?",
    # Violence.
    "beat": "tuer|frapper|taper|buter|cogner|battre",
    "struck": "frappe|battu|cogne|gifle|etrangle|viole|tabasse|tape dessus|roue|brule",
    # Frappé d'une maladie, battu par la crise; not by a companion.
    "not_by_illness": r"(?! (a|aux|au|en|d|de|par (la|le|l|les|une?) (?!(ex|compagnon|mari|copain)))\b)",
    "not_my_things": r"(?! (mes|mon|ma|la|le|les)\b)",
    "not_a_game": r"(?! (a|au|aux|en|sur) (le|la|l|les|un|une|echecs|cartes|finale|bout)\b)",
}
